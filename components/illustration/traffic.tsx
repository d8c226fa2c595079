import { Sheet, Slip } from "./frame";

/** Events that are still to come: a line that a hook waits at. */
export function WaitingHook() {
  return (
    <Sheet>
      <path d="M8 40h30" strokeDasharray="2 6" />
      <circle cx="50" cy="40" r="5" className="fill-accent-soft stroke-accent" />
      <path d="M62 40h14" strokeDasharray="2 6" />
      <path d="M98 70V34a14 14 0 1 1 28 0c0 5-2.5 8.5-6 11" className="stroke-accent" />
      <path d="M90 70h16" />
    </Sheet>
  );
}

/** Runs that are still to come: three steps on a line, the first one ready. */
export function FirstRun() {
  return (
    <Sheet>
      <path d="M72 22v10M72 52v8" />
      <rect x="44" y="4" width="56" height="18" rx="4" className="fill-accent-soft stroke-accent" />
      <path d="m55 9 7 4-7 4z" className="fill-accent stroke-accent" />
      <path d="M70 13h20" className="stroke-accent" />
      <Slip x={44} y={33} dashed />
      <Slip x={44} y={60} dashed />
    </Sheet>
  );
}

/** An account to play with: a vessel in which something moves. */
export function Vessel() {
  return (
    <Sheet>
      <path d="M60 10h24M64 10v20L44 62a6 6 0 0 0 5 9h46a6 6 0 0 0 5-9L80 30V10" className="fill-surface" />
      <path d="M55 46h34l11 18a5 5 0 0 1-4 7H48a5 5 0 0 1-4-7z" className="fill-accent-soft stroke-accent" />
      <circle cx="66" cy="58" r="2.5" className="stroke-accent" />
      <circle cx="80" cy="54" r="1.5" className="stroke-accent" />
      <circle cx="76" cy="63" r="1.5" className="stroke-accent" />
    </Sheet>
  );
}

/** Two accounts that nothing joins yet. */
export function OpenPlug() {
  return (
    <Sheet>
      <path d="M8 40h26" />
      <path d="M34 26h14a10 10 0 0 1 10 10v8a10 10 0 0 1-10 10H34z" className="fill-surface" />
      <path d="M58 34h8M58 46h8" />
      <path d="M76 40h2" className="stroke-accent" strokeDasharray="2 4" />
      <path
        d="M110 26H98a10 10 0 0 0-10 10v8a10 10 0 0 0 10 10h12z"
        className="fill-accent-soft stroke-accent"
      />
      <path d="M110 40h26" className="stroke-accent" />
    </Sheet>
  );
}
