import { DEMO_EMAIL } from "~/server/cli/demo";
import { ensureKey } from "~/server/cli/keys";
import { prisma } from "~/server/db";
import { AppError } from "~/server/errors";
import { fillConnections } from "~/server/recipes/fill-connections";
import { getTemplate } from "~/server/recipes/gallery/index";
import { type ServiceContext, systemContext } from "~/server/services/context";
import { suggestRules } from "~/server/services/notification/suggest";
import { createRecipe } from "~/server/services/recipe/create";
import { publishRecipe } from "~/server/services/recipe/publish";
import { openSandbox } from "~/server/services/sandbox/open";
import { signUp } from "~/server/services/user/sign-up";

const TEMPLATE = "new-customer";

/** The demo's workspace, made on the first start; undefined when another owner holds the slug. */
async function demoWorkspace(): Promise<string | undefined> {
  const workspace = await prisma().workspace.findUnique({ where: { slug: "demo" } });
  if (!workspace) {
    const password = await ensureKey("demo-password", 12);
    await signUp({ email: DEMO_EMAIL, password, name: "Demo", workspace: "Demo", slug: "demo" });
  }
  const membership = await prisma().membership.findFirst({
    where: { workspace: { slug: "demo" }, user: { email: DEMO_EMAIL } },
  });
  return membership?.workspaceId;
}

async function publishDemoRecipe(ctx: ServiceContext): Promise<void> {
  const template = getTemplate(TEMPLATE);
  if (!template) throw new Error(`The gallery has no template "${TEMPLATE}".`);
  const { stripe, customerio } = await openSandbox(ctx);
  const definition = fillConnections(template.definition, [stripe, customerio]);
  const { id } = await createRecipe(ctx, { name: "New customer → person", definition, templateId: TEMPLATE });
  await publishRecipe(ctx, { id });
}

/** Somebody removed the demo's recipe for good and kept rules of their own. */
function thereAreRules(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== "conflict") throw error;
}

/**
 * Makes the demo: a user, a workspace `demo` with sandbox accounts, one live recipe, so that "New customer" in the
 * sandbox runs at once, and rules that tell what fails. Does nothing once the workspace has, or ever had, a recipe.
 */
export async function seedDemo(): Promise<void> {
  const workspaceId = await demoWorkspace();
  if (!workspaceId || (await prisma().recipe.count({ where: { workspaceId } })) > 0) return;
  const ctx = systemContext(workspaceId);
  await publishDemoRecipe(ctx);
  await suggestRules(ctx, { email: DEMO_EMAIL }).catch(thereAreRules);
}
