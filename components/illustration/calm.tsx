import { Sheet, Slip } from "./frame";

/** Nothing to do: an empty tray, and what was in it is done. */
export function EmptyTray() {
  return (
    <Sheet>
      <path
        d="M36 44h20c2 0 3 8 6 8h20c3 0 4-8 6-8h20v18a6 6 0 0 1-6 6H42a6 6 0 0 1-6-6z"
        className="fill-surface"
      />
      <path d="m36 44 9-18M108 44l-9-18" />
      <circle cx="72" cy="24" r="13" className="fill-accent-soft stroke-accent" />
      <path d="m66 24 4.5 4.5L79 20" className="stroke-accent" />
    </Sheet>
  );
}

/** Nobody waits: free places in a line, and a clock that has time. */
export function FreeLine() {
  return (
    <Sheet>
      <Slip x={14} y={10} dashed />
      <Slip x={14} y={32} dashed />
      <Slip x={14} y={54} dashed />
      <circle cx="104" cy="41" r="20" className="fill-surface" />
      <path d="M104 29v12l8 5" className="stroke-accent" />
      <path d="M104 17v-4M97 13h14" />
    </Sheet>
  );
}

/** Long work: bars that fill one after the other. */
export function Bars() {
  return (
    <Sheet>
      <rect x="24" y="16" width="96" height="12" rx="4" className="fill-surface" />
      <rect x="24" y="34" width="96" height="12" rx="4" className="fill-surface" />
      <rect x="24" y="52" width="96" height="12" rx="4" className="fill-surface" strokeDasharray="3 3" />
      <rect x="28" y="20" width="88" height="4" rx="2" className="fill-accent stroke-none" />
      <rect x="28" y="38" width="40" height="4" rx="2" className="fill-accent stroke-none" />
    </Sheet>
  );
}

/** Something sleeps until its time. */
export function Asleep() {
  return (
    <Sheet>
      <Slip x={30} y={40} />
      <Slip x={22} y={56} dashed />
      <path d="M112 38a17 17 0 1 1-17-22 13.5 13.5 0 0 0 17 22z" className="fill-accent-soft stroke-accent" />
      <path d="M60 14h9l-9 10h9M46 24h6l-6 7h6" className="stroke-faint" />
    </Sheet>
  );
}
