"use client";

import { CornerDownRight } from "lucide-react";
import type { Pointer } from "~/server/recipes/pointer";
import { sampleText } from "./data-fields";
import { useEditor } from "./editor-context";
import { usePreviewScope } from "./use-preview-scope";
import { hasTemplate } from "./value-text";

interface ValuePreviewProps {
  pointer: Pointer;
  value: unknown;
  /** The found value in a few words. */
  inWords?: ((value: unknown) => string) | undefined;
}

const inShort = (value: unknown) => sampleText(value) || "(empty text)";

/** What a template becomes for the sample event, in one line below its field. */
export function ValuePreview({ pointer, value, inWords = inShort }: ValuePreviewProps) {
  const { resolver } = useEditor();
  const scope = usePreviewScope(pointer);
  if (!hasTemplate(value) || !resolver || !scope) return null;
  const preview = resolver(value, scope);
  return (
    <p className="flex min-w-0 items-start gap-1.5 text-xs text-muted">
      <CornerDownRight aria-hidden className="mt-0.5 size-3.5 shrink-0 text-faint" />
      {preview.found ? (
        <span className="min-w-0 break-words">
          <span className="sr-only">For the chosen event: </span>
          <span className="font-mono">{inWords(preview.value)}</span>
        </span>
      ) : (
        <span className="text-warn">{preview.why}</span>
      )}
    </p>
  );
}
