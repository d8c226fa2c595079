import { z } from "zod";
import { appOf } from "~/server/connectors/customerio/keys";
import { SegmentRef, segmentNumber } from "~/server/connectors/customerio/segment-fields";
import { defineTrigger, type Found, ownEvent } from "~/server/connectors/define-trigger";
import { optional, required } from "~/server/connectors/fields";
import { nextPoll, pollInterval } from "~/server/connectors/poll-fields";

const PAGE = 30_000;
const MOST = 150_000;

const ENTERED = "customerio.segment.entered";
const LEFT = "customerio.segment.left";

const Person = z.object({ cio_id: z.string(), id: z.string().nullish(), email: z.string().nullish() });
type Person = z.output<typeof Person>;
const Page = z.object({ identifiers: z.array(Person), next: z.union([z.string(), z.number()]).nullish() });
const Names = z.tuple([z.string().nullable(), z.string().nullable()]);
/** When the last look was, and who was in it: by cio_id, with the other names for when they have left. */
const Cursor = z.object({ at: z.int(), members: z.record(z.string(), Names) });

export const customerioSegmentPollTrigger = defineTrigger({
  id: "customerio.segment.poll",
  app: "customerio",
  title: "Somebody enters or leaves a segment",
  summary: "Looks at a segment every few minutes and starts once for each person who came or went.",
  words: [
    "hit|reach|match|fulfill segment|audience|cohort",
    "enter|join|add|land|put|move|qualify|get|fall|come|end|slip|go|pop|appear segment|audience|cohort|group",
    "leave|exit|drop|remove|fall|quit|kick|lose|disappear|go segment|audience|cohort|group",
    "@person enter|join|add|land|put|move|qualify|get|fall|come|end|become|match segment|audience|cohort",
    "@person leave|exit|drop|remove|fall|quit|kick segment|audience|cohort",
    "segment enter|join|leave|exit|membership",
    "@person in|inside segment|audience|cohort",
    "new member|person|people|user|customer in|of segment|audience|cohort",
    "@person out|outside segment|audience|cohort",
    "become|no_longer part|member|in segment|audience|cohort",
    "@person no_longer|not in|part|belong segment|audience|cohort",
    "no_longer in|belong segment|audience|cohort",
    "leave|exit|enter|join $name segment",
  ],
  docs: "https://docs.customer.io/api/app/#operation/getSegmentMembership",
  origin: "recipe",
  dedupe: "The person and the look that saw them come or go.",
  config: z.strictObject({
    segment: required(SegmentRef(), {
      title: "Segment",
      description: `Its number or name; of up to ${MOST.toLocaleString("en")} people.`,
      examples: [7],
      choices: "customerio.segment",
    }),
    changes: optional(z.enum(["entered", "left", "both"]), {
      title: "Start when somebody",
      description: "Entered, unless you choose otherwise.",
    }),
    interval: pollInterval,
  }),
  sample: {
    config: { segment: 7 },
    event: ownEvent("a1b2:entered:1790000000000", ENTERED, new Date(1_790_000_000_000), {
      segment: 7,
      person: { cio_id: "a1b2", id: "cus_123", email: "ada@example.com" },
    }),
  },
  next: nextPoll,
  async look({ client, config: { segment: given, changes = "entered" }, cursor, now }) {
    const before = Cursor.safeParse(cursor).data;
    const segment = await segmentNumber(client, given);
    const people = await membersOf(appOf(client), segment);
    const members = Object.fromEntries(
      people.map(({ cio_id: key, id = null, email = null }) => [key, [id, email] as const]),
    );
    const seen = { at: now.getTime(), members };
    if (!before) return { found: [], cursor: seen };
    const entered = people.filter(({ cio_id: key }) => !(key in before.members));
    const left = Object.entries(before.members)
      .filter(([key]) => !(key in members))
      .map(([key, [id, email]]) => ({ cio_id: key, id, email }));
    // Named by the look before, so that a look that is repeated after a crash finds the same events.
    const tell = (type: string) => (person: Person) => foundPerson(type, segment, person, before.at, now);
    const found = [
      ...(changes === "left" ? [] : entered.map(tell(ENTERED))),
      ...(changes === "entered" ? [] : left.map(tell(LEFT))),
    ];
    return { found, cursor: seen };
  },
});

async function membersOf(app: ReturnType<typeof appOf>, segment: number): Promise<Person[]> {
  const people: Person[] = [];
  for (let start: string | undefined = ""; start !== undefined; ) {
    const page = Page.parse(
      await app.getSegmentMembership(segment, { limit: PAGE, ...(start ? { start } : {}) }),
    );
    people.push(...page.identifiers);
    if (people.length > MOST)
      throw new Error(`The segment has more than ${MOST} people; choose a smaller one.`);
    start = page.next ? String(page.next) : undefined;
  }
  return people;
}

function foundPerson(type: string, segment: number, person: Person, since: number, now: Date): Found {
  const { cio_id, id = null, email = null } = person;
  const externalId = `${cio_id}:${type === ENTERED ? "entered" : "left"}:${since}`;
  const payload = ownEvent(externalId, type, now, { segment, person: { cio_id, id, email } });
  return { externalId, type, occurredAt: now, payload };
}
