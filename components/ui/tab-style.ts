import { cn } from "./cn";

export const TAB_BAR = "flex gap-4 overflow-x-auto border-b";

/** The look of one tab; the line below marks the active one. */
export function tabStyle(active: boolean): string {
  return cn(
    "-mb-px border-b-2 px-0.5 pb-2 text-sm font-medium whitespace-nowrap transition-colors focus-visible:-outline-offset-2",
    active ? "border-accent text-ink" : "border-transparent text-faint hover:text-ink",
  );
}
