import { parseArgs } from "node:util";
import { prisma } from "~/server/db";
import { systemContext } from "~/server/services/context";
import { createToken } from "~/server/services/token/create";

const USAGE = "Usage: npm run -s cli -- token create --workspace <slug> [--name <name>]";

async function main(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { workspace: { type: "string" }, name: { type: "string", default: "CLI" } },
  });
  if (positionals.join(" ") !== "token create" || !values.workspace) throw new Error(USAGE);
  const workspace = await prisma().workspace.findUnique({
    where: { slug: values.workspace },
    select: { id: true },
  });
  if (!workspace)
    throw new Error(
      `There is no workspace "${values.workspace}". Give its slug: the word after /w/ in its address.`,
    );
  const { token } = await createToken(systemContext(workspace.id), { name: values.name });
  console.log(token);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
