import { parseArgs } from "node:util";
import { known } from "~/server/api/rest/read-input";
import { prisma } from "~/server/db";
import { AppError } from "~/server/errors";
import { systemContext } from "~/server/services/context";
import type { Command, Output } from "./command";
import { COMMANDS, usageOf } from "./commands";

function parse(args: string[]) {
  return parseArgs({
    args,
    allowPositionals: true,
    options: {
      workspace: { type: "string" },
      name: { type: "string" },
      out: { type: "string" },
      format: { type: "string" },
      publish: { type: "boolean" },
      "dry-run": { type: "boolean" },
      help: { type: "boolean" },
    },
  });
}

/** How many words a command's name has. */
const lengthOf = ({ name }: Command) => name.split(" ").length;

const named = (words: readonly string[]) =>
  COMMANDS.find((one) => one.name === words.slice(0, lengthOf(one)).join(" "));

/** The command of the first words, if all that follows suits it. Throws its usage otherwise. */
function choose(words: readonly string[], { values }: ReturnType<typeof parse>): Command {
  const command = named(words);
  if (!command) throw new Error(usageOf(COMMANDS));
  const more = words.length > lengthOf(command);
  const strange = Object.keys(values).find(
    (option) => option !== "workspace" && !command.takes.some((taken) => taken === option),
  );
  const suits = !strange && (command.words === "any" || more === (command.words === "some"));
  if (!suits || (!values.workspace && !command.isOfFirst)) throw new Error(usageOf([command]));
  return command;
}

/** Runs one command line. Throws an error whose message is for the person who typed it. */
export async function runCommand(args: string[], output: Output): Promise<number> {
  const parsed = parse(args);
  const { positionals: words, values } = parsed;
  if (values.help) {
    const asked = named(words);
    output.answer(usageOf(asked ? [asked] : COMMANDS));
    return 0;
  }
  const command = choose(words, parsed);
  const workspace = await prisma().workspace.findFirst({
    ...(values.workspace === undefined ? {} : { where: { slug: values.workspace } }),
    orderBy: { createdAt: "asc" },
    select: { id: true },
  });
  if (!workspace && values.workspace === undefined) throw new Error("There is no workspace yet.");
  if (!workspace)
    throw new Error(
      `There is no workspace "${values.workspace}". Give its slug: the word after /w/ in its address.`,
    );
  const { name = "CLI", out, format, publish = false, "dry-run": dryRun = false } = values;
  const options = { name, publish, "dry-run": dryRun, ...(out && { out }), ...(format && { format }) };
  return command.run(systemContext(workspace.id), { words: words.slice(lengthOf(command)), options }, output);
}

/** What to say about an error: one line, and one for each problem of a recipe. */
export function explain(thrown: unknown): string {
  const error = known(thrown);
  if (!(error instanceof Error)) return String(error);
  const { problems = [] } = ((error instanceof AppError && error.details) || {}) as {
    problems?: { path: string; message: string }[];
  };
  return [error.message, ...problems.map(({ path, message }) => `  ${path} ${message}`)].join("\n");
}
