import { z } from "zod";
import { exportFailures } from "~/server/services/failure/export";
import { ExportFailuresInput } from "~/server/services/failure/export-schemas";
import { createRule } from "~/server/services/notification/create";
import { deleteRule } from "~/server/services/notification/delete";
import { listRules } from "~/server/services/notification/list";
import { CreateRuleInput, RuleView, UpdateRuleInput } from "~/server/services/notification/schemas";
import { updateRule } from "~/server/services/notification/update";
import { type Endpoint, endpoint, Id, TextAnswer } from "./endpoint";
import { PageQuery, pageOf, pageSchema } from "./paging";

/** When the team is told of failures, and the failures themselves as a file. */
export const notificationEndpoints: readonly Endpoint[] = [
  endpoint({
    method: "post",
    path: "/notifications",
    tag: "Notifications",
    summary: "Add a rule that tells the team when something fails",
    description: "/docs/notifications says what each kind tells, and how often at most.",
    status: 201,
    body: CreateRuleInput,
    answer: RuleView,
    failures: ["forbidden", "not_found", "conflict"],
    run: (ctx, { body }) => createRule(ctx, body),
  }),
  endpoint({
    method: "get",
    path: "/notifications",
    tag: "Notifications",
    summary: "List rules, oldest first, with when each last told something and what keeps it from it",
    query: PageQuery,
    answer: pageSchema(RuleView),
    run: async (ctx, { query }) => pageOf(await listRules(ctx), query),
  }),
  endpoint({
    method: "patch",
    path: "/notifications/{id}",
    tag: "Notifications",
    summary: "Change a rule, or switch it off and on",
    description: "What is left out stays as it is. A changed rule looks at failures from now on.",
    params: Id,
    body: UpdateRuleInput.omit({ id: true }),
    answer: RuleView,
    failures: ["forbidden"],
    run: (ctx, { params, body }) => updateRule(ctx, { ...body, ...params }),
  }),
  endpoint({
    method: "delete",
    path: "/notifications/{id}",
    tag: "Notifications",
    summary: "Remove a rule",
    status: 204,
    params: Id,
    answer: z.void(),
    failures: ["forbidden"],
    run: (ctx, { params }) => deleteRule(ctx, params),
  }),
  endpoint({
    method: "get",
    path: "/failures/export",
    tag: "Failures",
    summary: "Every run that failed or whose outcome is unknown, as a file",
    description:
      "Oldest first, without a limit. In CSV a value that a spreadsheet would take for a formula begins with '.",
    query: ExportFailuresInput,
    media: ["text/csv", "application/json"],
    answer: TextAnswer,
    run: async (ctx, { query }) => exportFailures(ctx, query),
  }),
];
