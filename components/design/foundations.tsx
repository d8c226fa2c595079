import { Section } from "./section";

const SWATCHES: readonly [string, string][] = [
  ["canvas", "bg-canvas"],
  ["surface", "bg-surface"],
  ["sunken", "bg-sunken"],
  ["hover", "bg-hover"],
  ["line", "bg-line"],
  ["control", "bg-control"],
  ["ink", "bg-ink"],
  ["muted", "bg-muted"],
  ["faint", "bg-faint"],
  ["accent", "bg-accent"],
  ["accent-hover", "bg-accent-hover"],
  ["accent-ink", "bg-accent-ink"],
  ["accent-soft", "bg-accent-soft"],
  ["on-accent", "bg-on-accent"],
  ["ok", "bg-ok"],
  ["ok-soft", "bg-ok-soft"],
  ["warn", "bg-warn"],
  ["warn-soft", "bg-warn-soft"],
  ["danger", "bg-danger"],
  ["danger-soft", "bg-danger-soft"],
  ["info", "bg-info"],
  ["info-soft", "bg-info-soft"],
  ["plum", "bg-plum"],
  ["gold", "bg-gold"],
];

export function Colours() {
  return (
    <Section title="Colours" description="One name for both themes; the browser takes the right half.">
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(7rem,1fr))] gap-3">
        {SWATCHES.map(([name, look]) => (
          <li key={name} className="text-xs text-muted">
            <span className={`mb-1 block h-10 rounded-md border ${look}`} />
            {name}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const SIZES = [
  ["4xl", "text-4xl font-semibold"],
  ["3xl", "text-3xl font-semibold"],
  ["2xl", "text-2xl font-semibold"],
  ["xl", "text-xl font-semibold"],
  ["lg", "text-lg font-semibold"],
  ["base", "text-base"],
  ["sm", "text-sm"],
  ["xs", "text-xs"],
  ["2xs", "text-2xs"],
] as const;

export function Type() {
  return (
    <Section title="Type" description="Geist for words, Geist Mono for ids and code.">
      <ul className="flex flex-col gap-2">
        {SIZES.map(([name, look]) => (
          <li key={name} className="flex items-baseline gap-4">
            <span className="w-10 shrink-0 font-mono text-2xs text-faint">{name}</span>
            <span className={`min-w-0 truncate ${look}`}>Nothing lost, nothing twice</span>
          </li>
        ))}
        <li className="flex items-baseline gap-4">
          <span className="w-10 shrink-0 font-mono text-2xs text-faint">mono</span>
          <span className="font-mono text-xs">evt_1Qx… customer.created</span>
        </li>
      </ul>
    </Section>
  );
}

const STEPS = [
  ["4", "w-1", "inside a control"],
  ["8", "w-2", "between its parts"],
  ["12", "w-3", "between fields"],
  ["16", "w-4", "a panel's edge"],
  ["20", "w-5", "between panels"],
  ["32", "w-8", "between sections"],
] as const;

export function Space() {
  return (
    <Section
      title="Space, corners, depth"
      description="Steps of four; corners of 4, 6, 10 and 14; two shadows."
    >
      <ul className="mb-4 flex flex-col gap-1.5 text-xs text-muted">
        {STEPS.map(([size, look, use]) => (
          <li key={size} className="flex items-center gap-3">
            <span className="w-5 text-right font-mono text-2xs text-faint">{size}</span>
            <span className={`h-3 rounded-sm bg-accent ${look}`} />
            {use}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-3 text-2xs text-faint">
        {(["rounded-sm", "rounded-md", "rounded-lg", "rounded-xl"] as const).map((corner) => (
          <span key={corner} className={`grid h-12 w-20 place-items-center border bg-canvas ${corner}`}>
            {corner.slice(8)}
          </span>
        ))}
        <span className="grid h-12 w-20 place-items-center rounded-md bg-surface shadow-raise">raise</span>
        <span className="grid h-12 w-20 place-items-center rounded-md bg-surface shadow-float">float</span>
      </div>
    </Section>
  );
}

export function Motion() {
  return (
    <Section
      title="Motion and focus"
      description="80, 140 and 220 ms on one curve; nothing moves where the system asks for stillness."
    >
      <div className="flex flex-wrap gap-3 text-xs">
        {(["duration-(--motion-quick)", "duration-(--motion-base)", "duration-(--motion-slow)"] as const).map(
          (length) => (
            <button
              key={length}
              type="button"
              className={`rounded-md border bg-canvas px-3 py-2 transition-transform ease-calm hover:translate-x-2 ${length}`}
            >
              {length.slice(19, -1)}
            </button>
          ),
        )}
        <span className="rounded-sm px-3 py-2 outline-2 outline-offset-2 outline-accent">focus</span>
      </div>
    </Section>
  );
}
