import { DraftInput, DraftView } from "~/server/services/draft/schemas";
import { writeDraft } from "~/server/services/draft/write";
import { type Endpoint, endpoint } from "./endpoint";

/** The prompt box. */
export const draftEndpoints: readonly Endpoint[] = [
  endpoint({
    method: "post",
    path: "/drafts",
    tag: "Recipes",
    summary: "Describe a recipe in your own words, get a draft of it",
    description:
      "Stores nothing: hand `definition` to `POST /recipes`. `understood` says what each part of the prompt became, `questions` what is open.",
    body: DraftInput,
    answer: DraftView,
    run: (ctx, { body }) => writeDraft(ctx, body),
  }),
];
