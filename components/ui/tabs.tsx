"use client";

import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { TAB_BAR, tabStyle } from "./tab-style";

export interface TabItem {
  id: string;
  label: ReactNode;
  panel: ReactNode;
}

const STEP: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/** Tabs that switch panels on the page; arrow keys, Home and End move between them. For pages use `TabLinks`. */
export function Tabs({ items, label, initial }: { items: TabItem[]; label: string; initial?: string }) {
  const base = useId();
  const [active, setActive] = useState(initial ?? items[0]?.id);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const at = items.findIndex((item) => item.id === active);
    const step = STEP[event.key];
    const next =
      event.key === "Home" ? 0 : event.key === "End" ? items.length - 1 : step ? at + step : undefined;
    if (next === undefined) return;
    event.preventDefault();
    const target = items[(next + items.length) % items.length];
    if (!target) return;
    setActive(target.id);
    document.getElementById(`${base}-tab-${target.id}`)?.focus();
  }

  return (
    <div className="min-w-0">
      <div role="tablist" aria-label={label} className={TAB_BAR} onKeyDown={onKeyDown}>
        {items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="tab"
            id={`${base}-tab-${item.id}`}
            aria-controls={`${base}-panel-${item.id}`}
            aria-selected={item.id === active}
            tabIndex={item.id === active ? 0 : -1}
            onClick={() => setActive(item.id)}
            className={tabStyle(item.id === active)}
          >
            {item.label}
          </button>
        ))}
      </div>
      {items.map((item) => (
        <div
          key={item.id}
          role="tabpanel"
          id={`${base}-panel-${item.id}`}
          aria-labelledby={`${base}-tab-${item.id}`}
          hidden={item.id !== active}
          className="min-w-0 pt-3"
        >
          {item.panel}
        </div>
      ))}
    </div>
  );
}
