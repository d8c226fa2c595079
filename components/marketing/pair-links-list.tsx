import Link from "next/link";
import type { Pair } from "~/server/recipes/pairs/pair";
import { pairPath } from "./pair-links";
import { pairTitle } from "./pair-words";

interface PairLinksListProps {
  title: string;
  pairs: readonly Pair[];
  /** What tells them apart. */
  by: "event" | "action" | "both";
}

/** Links to other pairs, named by what differs. */
export function PairLinksList({ title, pairs, by }: PairLinksListProps) {
  return (
    <section className="min-w-0">
      <h3 className="text-sm font-semibold">{title}</h3>
      <ul className="mt-2 flex flex-col">
        {pairs.map(({ event, action }) => (
          <li key={`${event.type} ${action.id}`}>
            <Link
              href={pairPath({ event: event.type, action: action.id })}
              prefetch={false}
              className="block truncate py-1 text-sm text-muted hover:text-ink hover:underline"
            >
              {by === "both" ? pairTitle({ event, action }) : by === "event" ? event.title : action.title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
