"use client";

import dynamic from "next/dynamic";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { Skeleton } from "~/components/ui/skeleton";
import { whenDrawn } from "~/components/ui/when-drawn";
import { useEditor } from "../editor-context";
import { type EditorTab, EditorTabBar } from "../editor-tabs";
import { UndoBar } from "../undo-bar";
import { useCanvas } from "./canvas-context";
import type { CanvasPlace } from "./layout-types";

/** The canvas and its library come on their own, after the page can be seen. */
const CanvasView = dynamic(() => import("./canvas-view").then((module) => module.CanvasView), {
  ssr: false,
  loading: () => <Skeleton className="m-6 h-24 w-60" />,
});

/** What the first press on the canvas wants: asked for when the mouse or the keyboard comes near. */
function prepare() {
  void import("../step-card");
  void import("./add-here");
}

const TABS: readonly { id: EditorTab; label: string }[] = [
  { id: "step", label: "Step" },
  { id: "recipe", label: "Recipe" },
  { id: "event", label: "Event data" },
  { id: "test", label: "Test" },
];

interface WorkbenchProps {
  side: EditorTab;
  onChoose: (tab: EditorTab) => void;
  panels: Readonly<Record<"step" | "recipe" | "event" | "test", ReactNode>>;
}

/** The canvas with the panel beside it. */
export function Workbench({ side, onChoose, panels }: WorkbenchProps) {
  const { open, current, focus } = useCanvas();
  const { problems } = useEditor();
  const panel = useRef<HTMLElement>(null);
  const stopLooking = useRef(() => {});
  const tabs = TABS.map((tab) =>
    tab.id === "recipe" && problems.length > 0 ? { ...tab, label: `${tab.label} (${problems.length})` } : tab,
  );
  const onOpen = (place: CanvasPlace, byKeyboard: boolean) => {
    onChoose("step");
    // The form's first field goes on from the node.
    stopLooking.current();
    stopLooking.current = whenDrawn(
      () => {
        const form = panel.current?.querySelector<HTMLElement>('[role="tabpanel"]:not([hidden])');
        const part = place.kind === "path" ? wayIn(form, place.title) : form;
        return firstField(part) && part;
      },
      (part) => {
        if (place.kind === "path") part?.scrollIntoView({ block: "start" });
        if (byKeyboard) firstField(part ?? panel.current)?.focus();
      },
    );
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    focus(open ?? current);
  };
  return (
    <div
      data-full-width
      className="grid h-[calc(100dvh-10.5rem)] min-h-112 max-lg:h-[calc(100dvh-9rem)] overflow-hidden rounded-lg border bg-surface lg:grid-cols-[minmax(0,1fr)_minmax(22rem,27rem)] max-lg:grid-rows-[minmax(0,1fr)_minmax(0,1fr)]"
    >
      <section
        aria-label="Steps"
        className="relative min-h-0 min-w-0 bg-canvas"
        onPointerEnter={prepare}
        onFocus={prepare}
      >
        <CanvasView onOpen={onOpen} onAdded={() => onChoose("step")} />
        <div className="pointer-events-none absolute inset-x-0 bottom-0 z-20 pb-4 [&_button]:pointer-events-auto">
          <UndoBar />
        </div>
      </section>
      <aside
        ref={panel}
        aria-label="Details"
        onKeyDown={onKeyDown}
        className="flex min-h-0 min-w-0 flex-col lg:border-l max-lg:border-t"
      >
        <div className="px-4 pt-3">
          <EditorTabBar tabs={tabs} active={side} onChoose={onChoose} />
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto p-4">
          {TABS.map(({ id, label }) => (
            <div key={id} role="tabpanel" aria-label={label} hidden={side !== id}>
              {panelOf(panels, id)}
            </div>
          ))}
        </div>
      </aside>
    </div>
  );
}

function panelOf(panels: WorkbenchProps["panels"], id: EditorTab): ReactNode {
  return id === "steps" ? null : panels[id];
}

const FIELD =
  "input:not([type=hidden]), select, textarea, [contenteditable=true], button:not([disabled]), summary";

/** The part of a step's form that is about one of its ways. */
function wayIn(form: HTMLElement | null | undefined, title: string): HTMLElement | null {
  const name = CSS.escape(title);
  return form?.querySelector<HTMLElement>(`[aria-label="Path ${name}"], [aria-label="${name}"]`) ?? null;
}

/** The first field, or whatever else takes the keyboard first. */
function firstField(form: HTMLElement | null | undefined): HTMLElement | undefined {
  const all = [...(form?.querySelectorAll<HTMLElement>(FIELD) ?? [])].filter((one) => one.checkVisibility());
  return all.find((one) => one.matches("input, select, textarea, [contenteditable=true]")) ?? all[0];
}
