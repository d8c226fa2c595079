import { z } from "zod";
import { ChoiceView, ListChoicesInput } from "~/server/services/connection/choice-schemas";
import { createConnection } from "~/server/services/connection/create";
import { deleteConnection } from "~/server/services/connection/delete";
import { diagnose } from "~/server/services/connection/doctor";
import { DoctorView } from "~/server/services/connection/doctor-schemas";
import { getLimits } from "~/server/services/connection/get-limits";
import { healConnection } from "~/server/services/connection/heal";
import { HealedView } from "~/server/services/connection/healing-schemas";
import { LimitsView } from "~/server/services/connection/limits-schemas";
import { listConnections } from "~/server/services/connection/list";
import { listChoices } from "~/server/services/connection/list-choices";
import {
  ConnectionView,
  CreateConnectionInput,
  UpdateConnectionInput,
} from "~/server/services/connection/schemas";
import { updateConnection } from "~/server/services/connection/update";
import { type Endpoint, endpoint, Id } from "./endpoint";
import { PageQuery, pageOf, pageSchema } from "./paging";

const Verify = z
  .enum(["true", "false"], { error: 'must be "true" or "false".' })
  .default("true")
  .meta({ description: "`false` saves without asking the vendor, and makes no webhook endpoint." });

/** Everything under `/connections`. */
export const connectionEndpoints: readonly Endpoint[] = [
  endpoint({
    method: "post",
    path: "/connections",
    tag: "Connections",
    summary: "Connect an account",
    description:
      "The keys are checked with a real call. Without `webhookSecret`, Stripe's webhook endpoint is made through its API: one for each account and mode; connecting the same account again brings its connection up to date.",
    status: 201,
    query: z.strictObject({ verify: Verify }),
    body: CreateConnectionInput,
    answer: ConnectionView,
    failures: ["forbidden", "connection_rejected"],
    run: (ctx, { body, query }) => createConnection(ctx, body, { verify: query.verify === "true" }),
  }),
  endpoint({
    method: "get",
    path: "/connections",
    tag: "Connections",
    summary: "List connections, oldest first",
    query: PageQuery,
    answer: pageSchema(ConnectionView),
    run: async (ctx, { query }) => pageOf(await listConnections(ctx), query),
  }),
  endpoint({
    method: "patch",
    path: "/connections/{id}",
    tag: "Connections",
    summary: "Rename a connection, replace its keys, or set its limits",
    description:
      "Recipes keep using it. Keys that are not named stay; new ones are tried before anything changes, and runs that the connection held go on.",
    params: Id,
    body: UpdateConnectionInput.omit({ id: true }),
    answer: ConnectionView,
    failures: ["forbidden", "connection_rejected"],
    run: (ctx, { params, body }) => updateConnection(ctx, { ...body, ...params }),
  }),
  endpoint({
    method: "get",
    path: "/connections/{id}/limits",
    tag: "Connections",
    summary: "Show how the account's limits are used, and what waits for them",
    description:
      "All recipes and all workers share one line for each limit. Unless `limits` sets another number, 80 % of what the vendor publishes is used: other programs use the account too.",
    params: Id,
    answer: LimitsView,
    run: (ctx, { params }) => getLimits(ctx, params),
  }),
  endpoint({
    method: "get",
    path: "/connections/{id}/choices",
    tag: "Connections",
    summary: "List what a field can name in the connected account: prices, segments, …",
    description:
      "In the vendor's order; archived things are left out. What was read is kept for five minutes. A page of a search may hold fewer than `limit`, even none, and still have a `nextCursor`.",
    params: Id,
    query: ListChoicesInput,
    answer: pageSchema(ChoiceView),
    failures: ["connection_rejected", "rate_limited"],
    run: (ctx, { params, query }) => listChoices(ctx, { ...params, ...query }),
  }),
  endpoint({
    method: "get",
    path: "/connections/{id}/doctor",
    tag: "Connections",
    summary: "Say what the connection's keys will and will not do",
    description:
      "Tries each permission with a question that changes nothing, and names the actions that need it.",
    params: Id,
    answer: DoctorView,
    failures: ["forbidden", "connection_rejected"],
    run: (ctx, { params }) => diagnose(ctx, params),
  }),
  endpoint({
    method: "post",
    path: "/connections/{id}/heal",
    tag: "Connections",
    summary: "Look now for events that Stripe has and Billhook has not received",
    description:
      "Billhook does so every five minutes by itself. What is missing is taken as if its webhook had arrived; a recipe is started only by what happened since it went live.",
    params: Id,
    answer: HealedView,
    failures: ["forbidden", "conflict"],
    run: (ctx, { params }) => healConnection(ctx, params),
  }),
  endpoint({
    method: "delete",
    path: "/connections/{id}",
    tag: "Connections",
    summary: "Delete a connection and erase its keys",
    description: "Refused while a live or shadow recipe uses it; `details.recipes` names them.",
    status: 204,
    params: Id,
    answer: z.void(),
    failures: ["forbidden", "conflict"],
    run: (ctx, { params }) => deleteConnection(ctx, params),
  }),
];
