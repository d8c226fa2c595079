import { Disclosure } from "~/components/ui/disclosure";

interface Side {
  /** The value in one short line. */
  text: string;
  value: unknown;
}

interface ValueLinesProps {
  before: Side | null;
  after: Side | null;
  /** What the two sides are, for those who do not see the signs. */
  words?: { before: string; after: string };
}

/** What was there and what is there now, each on a line of its own with its sign; long ones open as a whole. */
export function ValueLines({ before, after, words = { before: "Before", after: "After" } }: ValueLinesProps) {
  const isCut = [before, after].some((side) => side?.text.includes("…"));
  return (
    <div className="mt-1 flex flex-col gap-1">
      {before ? <Line sign="−" word={words.before} text={before.text} className="bg-danger-soft" /> : null}
      {after ? <Line sign="+" word={words.after} text={after.text} className="bg-ok-soft" /> : null}
      {isCut ? (
        <Disclosure summary="In full">
          <div className="grid gap-2 sm:grid-cols-2">
            {before ? <Whole word={words.before} value={before.value} /> : null}
            {after ? <Whole word={words.after} value={after.value} /> : null}
          </div>
        </Disclosure>
      ) : null}
    </div>
  );
}

function Line({
  sign,
  word,
  text,
  className,
}: {
  sign: string;
  word: string;
  text: string;
  className: string;
}) {
  return (
    <p className={`flex gap-2 rounded-sm px-2 py-0.5 font-mono text-xs leading-5 ${className}`}>
      <span aria-hidden className="select-none">
        {sign}
      </span>
      <span className="sr-only">{word}: </span>
      <span className="min-w-0 break-words">{text}</span>
    </p>
  );
}

function Whole({ word, value }: { word: string; value: unknown }) {
  return (
    <div className="min-w-0">
      <p className="mb-1 text-xs font-medium text-muted">{word}</p>
      <pre className="max-h-96 overflow-auto rounded-md border bg-canvas p-2 font-mono text-xs leading-5 break-words whitespace-pre-wrap">
        {typeof value === "string" ? value : JSON.stringify(value, null, 2)}
      </pre>
    </div>
  );
}
