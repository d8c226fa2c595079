"use client";

import type { KeyboardEvent, ReactNode } from "react";
import { cn } from "~/components/ui/cn";
import { TAB_BAR, tabStyle } from "~/components/ui/tab-style";

/** `steps` is the list; `step` and `recipe` are beside the canvas. */
export type EditorTab = "steps" | "step" | "recipe" | "event" | "test";

const TABS: { id: EditorTab; label: string }[] = [
  { id: "steps", label: "Steps" },
  { id: "event", label: "Event data" },
  { id: "test", label: "Test" },
];

interface EditorTabsProps {
  /** What a narrow screen shows. */
  active: EditorTab;
  /** What a wide screen shows beside the steps. */
  side: EditorTab;
  onChoose: (tab: EditorTab) => void;
  steps: ReactNode;
  event: ReactNode;
  test: ReactNode;
}

/** Steps beside event data and test; on narrow screens one of the three at a time. */
export function EditorTabs({ active, side, onChoose, steps, event, test }: EditorTabsProps) {
  return (
    <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(22rem,27rem)] lg:items-start lg:gap-6">
      <div className="max-lg:mb-4 lg:hidden">
        <EditorTabBar tabs={TABS} active={active} onChoose={onChoose} />
      </div>
      <div className={cn("min-w-0", active !== "steps" && "max-lg:hidden")}>{steps}</div>
      <aside
        aria-label="Event data and test"
        className={cn(
          "min-w-0 lg:sticky lg:top-4 lg:max-h-[calc(100dvh-5rem)] lg:overflow-y-auto lg:rounded-lg lg:border lg:bg-surface lg:p-4",
          active === "steps" && "max-lg:hidden",
        )}
      >
        <div className="mb-4 max-lg:hidden">
          <EditorTabBar tabs={TABS.slice(1)} active={side} onChoose={onChoose} />
        </div>
        <div role="tabpanel" aria-label="Event data" hidden={side !== "event"}>
          {event}
        </div>
        <div role="tabpanel" aria-label="Test" hidden={side !== "test"}>
          {test}
        </div>
      </aside>
    </div>
  );
}

interface TabBarProps {
  tabs: readonly { id: EditorTab; label: string }[];
  active: EditorTab;
  onChoose: (tab: EditorTab) => void;
}

/** Tabs that the arrow keys move between. */
export function EditorTabBar({ tabs, active, onChoose }: TabBarProps) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const at = tabs.findIndex((tab) => tab.id === active);
    const next = tabs[(at + step + tabs.length) % tabs.length];
    if (step === 0 || !next) return;
    event.preventDefault();
    onChoose(next.id);
    event.currentTarget.querySelector<HTMLElement>(`[data-tab=${next.id}]`)?.focus();
  };
  return (
    <div role="tablist" aria-label="Recipe" className={TAB_BAR} onKeyDown={onKeyDown}>
      {tabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          data-tab={tab.id}
          aria-selected={tab.id === active}
          tabIndex={tab.id === active ? 0 : -1}
          onClick={() => onChoose(tab.id)}
          className={tabStyle(tab.id === active)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}
