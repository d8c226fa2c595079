import Link from "next/link";
import { Alert } from "~/components/ui/alert";
import type { BackfillView } from "~/server/services/recipe/backfill-schemas";

interface BackfillResultProps {
  counted: BackfillView | null;
  queued: BackfillView | null;
  runsHref: string;
  inShadow: boolean;
}

const events = (count: number) => (count === 1 ? "1 event" : `${count.toLocaleString("en")} events`);

/** What was counted, what would happen, and, once it was done, where to see it. */
export function BackfillResult({ counted, queued, runsHref, inShadow }: BackfillResultProps) {
  if (queued)
    return (
      <Alert
        tone="ok"
        title={
          queued.queued === 1 ? "1 run is queued" : `${queued.queued.toLocaleString("en")} runs are queued`
        }
      >
        {queued.operationId ? "They begin little by little, so that new events do not wait. " : ""}
        <Link href={runsHref} className="font-medium text-accent-ink underline underline-offset-2">
          See the recipe's runs
        </Link>
      </Alert>
    );
  if (!counted) return null;
  const { found, missing, warnings } = counted;
  return (
    <>
      <Alert tone={missing === 0 ? "ok" : "info"} title={titleOf(found, missing)}>
        {missing === 0
          ? found > 0
            ? "There is nothing to make up for."
            : "Stripe has no event of the recipe's types in that time."
          : `The published version runs for ${missing === 1 ? "it" : "each of them"}${inShadow ? ", in shadow: nothing is sent" : ", and sends what it sends for a new event"}.`}
      </Alert>
      {warnings.map((text) => (
        <Alert key={text} tone="warn">
          {text}
        </Alert>
      ))}
    </>
  );
}

function titleOf(found: number, missing: number): string {
  if (found === 0) return "Nothing found";
  if (missing === 0)
    return `${events(found)} found; the recipe ran for ${found === 1 ? "it" : "all of them"}`;
  if (missing === found) return `${events(found)} found; the recipe ran for none of them`;
  return `${events(found)} found; the recipe has not run for ${missing.toLocaleString("en")} of them`;
}
