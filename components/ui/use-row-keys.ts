"use client";

import { type RefObject, useEffect } from "react";

const TYPING =
  "input, textarea, select, [contenteditable], dialog, [role=dialog], [role=menu], [role=listbox]";

/** j and k go from row to row of a list, whose rows' links are marked `data-row`; Enter opens, as with any link. */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.key !== "j" && event.key !== "k") return;
      const isBusy = event.target instanceof Element && event.target.closest(TYPING) !== null;
      if (isBusy || document.querySelector("dialog[open]")) return;
      const rows = [...(list.current?.querySelectorAll<HTMLElement>("a[data-row]") ?? [])];
      const active = document.activeElement;
      const at = active instanceof HTMLElement ? rows.indexOf(active) : -1;
      const next = event.key === "j" ? rows[at + 1] : rows[at < 0 ? rows.length - 1 : at - 1];
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: "nearest" });
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [list]);
}
