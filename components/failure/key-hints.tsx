const LOOK = "rounded-sm border bg-canvas px-1 font-mono text-2xs text-muted";

/** Which keys do what; not shown where there is no keyboard. */
export function KeyHints({ canAct }: { canAct: boolean }) {
  const hints: [string[], string][] = [
    [["j", "k"], "next, previous"],
    [["Enter"], "open"],
    ...(canAct
      ? ([
          [["x"], "select"],
          [["e"], "resolve"],
        ] satisfies [string[], string][])
      : []),
  ];
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1 border-t px-4 py-2 text-xs text-faint pointer-coarse:hidden">
      {hints.map(([keys, text]) => (
        <span key={text} className="flex items-center gap-1">
          {keys.map((key) => (
            <kbd key={key} className={LOOK}>
              {key}
            </kbd>
          ))}
          {text}
        </span>
      ))}
    </p>
  );
}
