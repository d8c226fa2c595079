import { z } from "zod";
import { RULE_CONFIGS, spanMs } from "~/server/services/notification/schemas";
import { examplesOf, findCauses } from "./causes";
import type { Decision, Draft, Look } from "./rule";
import { causeList, many, spanText } from "./words";

const Memory = z.object({ nextAt: z.number().optional() });

/** Tells at fixed times what failed since the last one, by cause; nothing when nothing failed. */
export async function digest(look: Look, remembered: unknown): Promise<Decision> {
  const each = spanMs(RULE_CONFIGS.digest.parse(look.config).each);
  const now = look.now.getTime();
  const { nextAt = look.from.getTime() + each } = Memory.parse(remembered ?? {});
  if (now < nextAt) return { memory: { nextAt }, messages: [], lookAt: nextAt, seenTo: look.from };
  // After a standstill it goes on in the same rhythm.
  const following = nextAt + (Math.floor((now - nextAt) / each) + 1) * each;
  const messages = await messagesOf(look);
  return { memory: { nextAt: following }, messages, lookAt: following };
}

async function messagesOf(look: Look): Promise<Draft[]> {
  const { causes, total } = await findCauses(look);
  if (causes.length === 0) return [];
  const span = spanText(look.from.getTime(), look.to.getTime());
  const list = causeList(
    look,
    causes,
    await examplesOf(look, causes.toSorted((a, b) => b.count - a.count).slice(0, 20)),
  );
  return [
    {
      about: "digest",
      title: `${many(total, "run")} failed, with ${many(causes.length, "cause")}`,
      text: `${span.replace(/^f/, "F")}:\n\n${list}`,
      page: "inbox",
    },
  ];
}
