import { DEMO_EMAIL } from "~/server/cli/demo";
import { ensureKey } from "~/server/cli/keys";
import { prisma } from "~/server/db";
import { fillConnections } from "~/server/recipes/fill-connections";
import { getTemplate } from "~/server/recipes/gallery/index";
import { type ServiceContext, systemContext } from "~/server/services/context";
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

/**
 * Makes the demo: a user, a workspace `demo` with sandbox accounts, and one live recipe, so that "New customer" in the
 * sandbox runs at once. Does nothing once the workspace has, or ever had, a recipe.
 */
export async function seedDemo(): Promise<void> {
  const workspaceId = await demoWorkspace();
  if (!workspaceId || (await prisma().recipe.count({ where: { workspaceId } })) > 0) return;
  await publishDemoRecipe(systemContext(workspaceId));
}
