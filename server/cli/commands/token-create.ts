import { createToken } from "~/server/services/token/create";
import type { Command } from "./command";

export const tokenCreate: Command = {
  name: "token create",
  usage: "[--name <name>]",
  summary: "Prints a token of the workspace, and nothing else.",
  takes: ["name"],
  words: "none",
  async run(ctx, { options: { name } }, { answer }) {
    const { token } = await createToken(ctx, { name });
    answer(token);
    return 0;
  },
};
