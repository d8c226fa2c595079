import { Sheet, Slip } from "./frame";

/** Nothing is like that: rows, and a glass that finds none. */
export function NothingFound() {
  return (
    <Sheet>
      <Slip x={20} y={12} dashed />
      <Slip x={20} y={34} dashed />
      <circle cx="94" cy="38" r="17" className="fill-surface stroke-accent" />
      <path d="m106 51 14 15" className="stroke-accent" />
      <path d="M88 38h12" className="stroke-faint" />
    </Sheet>
  );
}

/** A thing that is not there (any more). */
export function NotThere() {
  return (
    <Sheet>
      <rect x="44" y="12" width="56" height="56" rx="8" strokeDasharray="4 5" />
      <path d="M65 33a7.5 7.5 0 1 1 10 7c-2 1-3 2.5-3 5" className="stroke-accent" />
      <circle cx="72" cy="54" r="1.5" className="fill-accent stroke-none" />
    </Sheet>
  );
}

/** A page that broke, while the line below it goes on. */
export function BrokenPage() {
  return (
    <Sheet>
      <path d="M48 8h48a5 5 0 0 1 5 5v16l-14 7-12-8-16 9-16-6V13a5 5 0 0 1 5-5z" className="fill-surface" />
      <path d="m43 39 16 6 16-9 12 8 14-7v11a5 5 0 0 1-5 5H48a5 5 0 0 1-5-5z" className="fill-surface" />
      <path d="M54 18h24" className="stroke-faint" />
      <path d="M16 68h112" className="stroke-accent" strokeDasharray="10 6" />
    </Sheet>
  );
}
