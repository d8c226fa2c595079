import { z } from "zod";
import { compareShadow } from "~/server/services/recipe/compare-shadow";
import { diffVersions } from "~/server/services/recipe/diff-versions";
import { getVersion } from "~/server/services/recipe/get-version";
import { listVersions } from "~/server/services/recipe/list-versions";
import { promoteShadow } from "~/server/services/recipe/promote-shadow";
import { PromoteShadowInput, RecipeView } from "~/server/services/recipe/schemas";
import { ShadowView } from "~/server/services/recipe/shadow-schemas";
import { stopShadow } from "~/server/services/recipe/stop-shadow";
import {
  DiffQuery,
  DiffView,
  VersionInput,
  VersionPage,
  VersionSummary,
  VersionView,
} from "~/server/services/recipe/version-schemas";
import { type Endpoint, endpoint, Id } from "./endpoint";
import { pageSchema } from "./paging";

const Promoted = RecipeView.pick({ id: true, status: true }).extend({ version: z.int() });

/** What was published, what differs, and what runs in shadow. */
export const versionEndpoints: readonly Endpoint[] = [
  endpoint({
    method: "get",
    path: "/recipes/{id}/versions",
    tag: "Recipes",
    summary: "List a recipe's versions, newest first",
    params: Id,
    query: VersionPage,
    answer: pageSchema(VersionSummary),
    run: (ctx, { params, query }) => listVersions(ctx, { ...query, ...params }),
  }),
  endpoint({
    method: "get",
    path: "/recipes/{id}/versions/{version}",
    tag: "Recipes",
    summary: "Read one version with its definition",
    description: "A version never changes.",
    params: VersionInput,
    answer: VersionView,
    run: (ctx, { params }) => getVersion(ctx, params),
  }),
  endpoint({
    method: "get",
    path: "/recipes/{id}/diff",
    tag: "Recipes",
    summary: "What differs between two versions, in words",
    description: "`from` and `to` are a version's number or `draft`.",
    params: Id,
    query: DiffQuery,
    answer: DiffView,
    run: (ctx, { params, query }) => diffVersions(ctx, { ...query, ...params }),
  }),
  endpoint({
    method: "get",
    path: "/recipes/{id}/shadow",
    tag: "Recipes",
    summary: "Compare what runs in shadow with what is live",
    description:
      "For the newest 50 events: each request that the shadow run would have sent, beside what the live run did send.",
    params: Id,
    answer: ShadowView,
    run: (ctx, { params }) => compareShadow(ctx, params),
  }),
  endpoint({
    method: "post",
    path: "/recipes/{id}/shadow/promote",
    tag: "Recipes",
    summary: "Set live what runs in shadow",
    description: "Publishes it as the next version. With `version`, only if that one is still in shadow.",
    params: Id,
    body: PromoteShadowInput.omit({ id: true }),
    answer: Promoted,
    failures: ["forbidden", "conflict", "recipe_invalid"],
    run: (ctx, { params, body }) => promoteShadow(ctx, { ...body, ...params }),
  }),
  endpoint({
    method: "post",
    path: "/recipes/{id}/shadow/stop",
    tag: "Recipes",
    summary: "Stop the version in shadow; the live one goes on",
    params: Id,
    answer: RecipeView,
    failures: ["forbidden", "conflict"],
    run: (ctx, { params }) => stopShadow(ctx, params),
  }),
];
