import { Keys } from "~/components/ui/keys";

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
    <p className="flex flex-wrap gap-x-4 gap-y-1 border-t px-4 py-2 text-xs text-faint max-sm:hidden pointer-coarse:hidden">
      {hints.map(([keys, text]) => (
        <span key={text} className="flex items-center gap-1.5">
          <Keys keys={keys} />
          {text}
        </span>
      ))}
    </p>
  );
}
