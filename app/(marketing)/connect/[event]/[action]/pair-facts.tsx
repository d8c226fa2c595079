import Link from "next/link";
import { Panel, PanelHeader } from "~/components/ui/card";
import { FactList } from "~/components/ui/fact-list";
import { BUCKETS } from "~/server/connectors/buckets";
import { getAction } from "~/server/connectors/catalog";
import { retryWords } from "~/server/connectors/effect-words";
import type { Pair } from "~/server/recipes/pairs/pair";

/** What to know before using the pair, read from the catalog. */
export function PairFacts({ pair: { event, action } }: { pair: Pair }) {
  const declared = getAction(action.id);
  if (!declared) return null;
  const [app, ...name] = action.id.split(".");
  const trigger = event.app === "stripe" ? `/docs/events/${event.type}` : "/docs/triggers";
  return (
    <Panel>
      <PanelHeader title="How it behaves" />
      <FactList
        facts={[
          { label: "Event", value: <Reference href={trigger} id={event.type} /> },
          { label: "Action", value: <Reference href={`/docs/${app}/${name.join(".")}`} id={action.id} /> },
          { label: "When repeated", value: retryWords(declared) },
          { label: "Limit", value: BUCKETS[declared.bucket].words },
          { label: "The same event twice", value: "Runs once. The repeat is answered and counted." },
        ]}
      />
    </Panel>
  );
}

function Reference({ href, id }: { href: string; id: string }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="font-mono text-xs break-all underline hover:text-accent-ink"
    >
      {id}
    </Link>
  );
}
