import type { z } from "zod";
import type { ServiceContext } from "~/server/services/context";
import { readLatencies } from "./latencies";
import { readMoney } from "./money";
import { type Overview, OverviewInput } from "./schemas";
import { timesOf } from "./spans";
import { readTallies, sumTallies } from "./tallies";
import { readTopFailures } from "./top-failures";

const TOP = 5;

/** What happened in a span that ends now, and in the one before it. */
export async function getOverview(
  ctx: ServiceContext,
  input: z.input<typeof OverviewInput>,
): Promise<Overview> {
  const { span } = OverviewInput.parse(input);
  const times = timesOf(span, Date.now());
  const [tallies, latencies, money, failures] = await Promise.all([
    readTallies(ctx, times),
    readLatencies(ctx, times),
    readMoney(ctx, times),
    readTopFailures(ctx, times, TOP),
  ]);
  const { since, until, bins } = times;
  const step = (until.getTime() - since.getTime()) / bins;
  const at = (bin: number) => new Date(since.getTime() + bin * step).toISOString();
  return {
    since: since.toISOString(),
    until: until.toISOString(),
    bins: tallies.bins.map((tally, bin) => ({
      ...tally,
      ...(latencies.bins[bin] ?? { medianMs: null, p95Ms: null }),
      from: at(bin),
      until: at(bin + 1),
    })),
    now: { ...sumTallies(tallies.bins), ...latencies.now },
    before: { ...tallies.before, ...latencies.before },
    money,
    failures,
  };
}
