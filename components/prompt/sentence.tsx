import { cn } from "~/components/ui/cn";
import type { Part } from "~/server/recipes/compiler/intent";
import { KIND_LOOK } from "./part-kinds";

/** The sentence as it was typed, with each part that was understood marked in the colour of its kind. */
export function Sentence({ prompt, parts }: { prompt: string; parts: readonly Part[] }) {
  return (
    <p className="text-lg leading-8 break-words whitespace-pre-wrap">
      {piecesOf(prompt, parts).map(({ start, text, part }) =>
        part ? (
          <mark
            key={start}
            title={part.became}
            className={cn("rounded-sm px-1 py-0.5 text-inherit", KIND_LOOK[part.kind].mark)}
          >
            {text}
          </mark>
        ) : (
          <span key={start}>{text}</span>
        ),
      )}
    </p>
  );
}

interface Piece {
  start: number;
  text: string;
  part?: Part;
}

/** Parts may lie in each other: the inner, shorter one is what is marked there. */
function piecesOf(prompt: string, parts: readonly Part[]): Piece[] {
  const cuts = [...new Set([0, prompt.length, ...parts.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).flatMap((start, index) => {
    const end = cuts[index + 1] ?? prompt.length;
    const over = parts.filter((part) => part.start <= start && part.end >= end);
    const [part] = over.sort((a, b) => a.end - a.start - (b.end - b.start));
    const text = prompt.slice(start, end);
    return text === "" ? [] : [{ start, text, ...(part ? { part } : {}) }];
  });
}
