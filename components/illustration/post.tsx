import { Sheet } from "./frame";

/** No mail: an open envelope. */
export function OpenEnvelope() {
  return (
    <Sheet>
      <path d="M40 34 72 12l32 22v30a5 5 0 0 1-5 5H45a5 5 0 0 1-5-5z" className="fill-surface" />
      <path d="M54 26h36v24L72 60 54 50z" className="fill-accent-soft stroke-accent" />
      <path d="M61 34h22M61 41h14" className="stroke-accent" />
      <path d="m40 36 32 24 32-24" />
    </Sheet>
  );
}

/** Nobody is told: a bell that hangs still. */
export function StillBell() {
  return (
    <Sheet>
      <path d="M72 10v6" />
      <path d="M54 56V38a18 18 0 0 1 36 0v18l5 6H49z" className="fill-surface" />
      <path d="M66 66a6 6 0 0 0 12 0" className="stroke-accent" />
      <path d="M38 30v16M28 34v8M106 30v16M116 34v8" className="stroke-accent" strokeDasharray="2 4" />
    </Sheet>
  );
}
