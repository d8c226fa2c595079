import { z } from "zod";
import { catalogView } from "~/server/connectors/catalog-view";
import { TEMPLATES } from "~/server/recipes/gallery/index";
import { type Endpoint, endpoint } from "./endpoint";
import { pageOf, pageSchema, WordPageQuery } from "./paging";

const JsonSchema = z.record(z.string(), z.unknown()).meta({ description: "JSON Schema 2020-12" });

const Catalog = z.object({
  apps: z.array(z.object({ id: z.string(), name: z.string() })).readonly(),
  triggers: z.array(
    z.looseObject({
      id: z.string(),
      app: z.string(),
      title: z.string(),
      summary: z.string(),
      configSchema: JsonSchema,
      sample: z.object({ config: z.unknown(), event: z.unknown() }),
    }),
  ),
  actions: z.array(
    z.looseObject({
      id: z.string(),
      app: z.string(),
      title: z.string(),
      summary: z.string(),
      effect: z.enum(["read", "upsert", "keyed", "send"]),
      inputSchema: JsonSchema,
      outputSchema: JsonSchema,
      sample: z.object({ input: z.unknown(), output: z.unknown() }),
      docs: z.string(),
      bucket: z.string(),
      limits: z.string().meta({ description: "What the vendor publishes about how often it may be asked." }),
      retries: z.string().meta({ description: "What happens when a call fails or is repeated." }),
      danger: z.string().optional().meta({ description: "What cannot be undone." }),
    }),
  ),
  operators: z.array(z.looseObject({ id: z.string(), label: z.string() })),
});

const TemplateView = z.object({
  id: z.string(),
  name: z.string(),
  category: z.string(),
  summary: z.string(),
  goodFor: z.string().meta({ description: "For whom it is, or when it pays." }),
  triggerEvents: z.array(z.string()).readonly(),
  needs: z
    .object({
      apps: z.array(z.enum(["stripe", "customerio", "http"])).readonly(),
      appApiKey: z.boolean().meta({ description: "Whether it uses Customer.io's App API." }),
      messages: z.array(z.string()).readonly().meta({ description: "Transactional messages it sends." }),
      segments: z.array(z.string()).readonly().meta({ description: "Manual segments it makes if need be." }),
      channel: z.boolean().meta({ description: "Whether a channel of the team has to be chosen." }),
    })
    .meta({ description: "What there has to be before it can go live." }),
  flow: z
    .object({ from: z.string(), to: z.array(z.string()).readonly() })
    .meta({ description: "From which app to which it carries things." }),
  sample: z.unknown().meta({ description: "An event that it does its work for." }),
  definition: z.unknown(),
});

/** What recipes are built from. */
export const catalogEndpoints: readonly Endpoint[] = [
  endpoint({
    method: "get",
    path: "/catalog",
    tag: "Catalog",
    summary: "Triggers and actions with JSON Schema and samples",
    answer: Catalog,
    run: async () => catalogView(),
  }),
  endpoint({
    method: "get",
    path: "/templates",
    tag: "Catalog",
    summary: "The gallery: ready recipes, in which only connections are to be chosen",
    query: WordPageQuery,
    answer: pageSchema(TemplateView),
    run: async (_, { query }) => pageOf(TEMPLATES, query),
  }),
];
