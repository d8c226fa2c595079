import { stepHref } from "~/components/docs/words";
import type { Step } from "~/server/recipes/definition";
import { DocsLink } from "./docs-link";

/** The first line of a card: what this kind of step does, and where more is written about it. */
export function StepAbout({ kind, children }: { kind: Step["kind"]; children: string }) {
  return (
    <p className="text-sm text-muted">
      {children} <DocsLink href={stepHref(kind)} />
    </p>
  );
}
