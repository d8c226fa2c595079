import { writeDraft } from "~/server/services/draft/write";
import type { Command } from "./command";

export const draft: Command = {
  name: "draft",
  usage: "<sentence>",
  summary:
    "Prints the draft that a sentence means, as JSON; stores nothing. Without --workspace: the first one's.",
  takes: [],
  words: "some",
  isOfFirst: true,
  async run(ctx, { words }, { answer }) {
    answer(JSON.stringify(await writeDraft(ctx, { prompt: words.join(" ") }), null, 2));
    return 0;
  },
};
