import type { APIClient } from "customerio-node";
import { z } from "zod";
import { AppError } from "~/server/errors";
import { type Choice, type ChoiceSource, choice } from "./choice";

/** What Customer.io's lists have in common. */
const Thing = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  name: z.string().nullish(),
  description: z.string().nullish(),
  type: z.string().nullish(),
  active: z.boolean().nullish(),
  enabled: z.boolean().nullish(),
  rows: z.number().nullish(),
});
type Thing = z.output<typeof Thing>;

interface Listing {
  noun: readonly [one: string, many: string];
  ask(app: APIClient): Promise<Record<string, unknown>>;
  /** Where the answer keeps the list. */
  key: string;
  hint(thing: Thing): string | null | undefined | false;
  keep?(thing: Thing): boolean;
}

function readThings(answer: Record<string, unknown>, key: string): Thing[] {
  const things = answer[key] ?? [];
  // One thing that is not as described must not hide all others.
  return (Array.isArray(things) ? things : []).flatMap((thing) => Thing.safeParse(thing).data ?? []);
}

function source({ noun, ask, key, hint, keep = () => true }: Listing): ChoiceSource<"customerio"> {
  const view = (thing: Thing): Choice => choice(thing.id, thing.name || `No name (${thing.id})`, hint(thing));
  return {
    app: "customerio",
    noun,
    // Customer.io answers these lists whole.
    list: async ({ app }) => {
      if (!app) throw noAppKey(noun[1]);
      const things = readThings(await ask(app), key).filter(keep);
      const items = things.map(view).sort((a, b) => a.label.localeCompare(b.label, "en", { numeric: true }));
      return { items, nextCursor: null };
    },
  };
}

function noAppKey(what: string): AppError {
  return new AppError(
    "connection_rejected",
    `This connection has no App API key, and without one Customer.io does not list ${what}. Connect the account again with an App API key, or type the id.`,
    { field: "credentials.appApiKey" },
  );
}

const inactive = ({ active }: Thing) => active === false && "not active";
const segments = { key: "segments", ask: (app: APIClient) => app.listSegments() };

export const CUSTOMERIO_CHOICES = {
  "customerio.segment": source({
    ...segments,
    noun: ["segment", "segments"],
    hint: ({ type, description }) => [type, description].filter(Boolean).join(" · "),
  }),
  // People can be put into these alone; Customer.io keeps the others by their rules.
  "customerio.manual_segment": source({
    ...segments,
    noun: ["manual segment", "manual segments"],
    hint: ({ description }) => description,
    keep: ({ type }) => type === "manual",
  }),
  "customerio.broadcast": source({
    noun: ["broadcast", "broadcasts"],
    key: "broadcasts",
    ask: (app) => app.listBroadcasts(),
    hint: inactive,
  }),
  "customerio.campaign": source({
    noun: ["campaign", "campaigns"],
    key: "campaigns",
    ask: (app) => app.listCampaigns(),
    hint: inactive,
  }),
  "customerio.transactional_message": source({
    noun: ["transactional message", "transactional messages"],
    key: "messages",
    ask: (app) => app.listTransactionalMessages(),
    hint: ({ description }) => description,
  }),
  "customerio.object_type": source({
    noun: ["object type", "object types"],
    key: "types",
    ask: (app) => app.listObjectTypes(),
    hint: ({ enabled }) => enabled === false && "not enabled",
  }),
  "customerio.collection": source({
    noun: ["collection", "collections"],
    key: "collections",
    ask: (app) => app.listCollections(),
    hint: ({ rows }) => typeof rows === "number" && `${rows} ${rows === 1 ? "row" : "rows"}`,
  }),
} satisfies Record<string, ChoiceSource<"customerio">>;
