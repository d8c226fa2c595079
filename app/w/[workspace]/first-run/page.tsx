import type { Metadata } from "next";
import { ConnectStep } from "~/components/first-run/connect-step";
import type { DraftRecipe } from "~/components/first-run/give-accounts";
import { LiveStep } from "~/components/first-run/live-step";
import { RecipeStep } from "~/components/first-run/recipe-step";
import { StepItem } from "~/components/first-run/step-item";
import { TestStep } from "~/components/first-run/test-step";
import { TryLive } from "~/components/first-run/try-live";
import { RefreshWhile } from "~/components/run/refresh-while";
import { RunTable } from "~/components/run/run-table";
import { checklist } from "~/components/shell/checklist";
import { Panel, PanelHeader } from "~/components/ui/card";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { caller } from "~/server/api/caller";
import { Definition } from "~/server/recipes/definition";
import { fillConnections } from "~/server/recipes/fill-connections";
import { TEMPLATES } from "~/server/recipes/gallery/index";
import type { ConnectionView } from "~/server/services/connection/schemas";

export const metadata: Metadata = { title: "First steps" };

/** From a new workspace to a recipe that runs. What is done is read from the workspace, so it can be left and resumed. */
export default async function FirstRunPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const api = await caller(workspace);
  const [recipes, connections] = await Promise.all([
    api.recipe.list({ workspace }),
    api.connection.list({ workspace }),
  ]);
  const items = checklist({ workspace, connections, recipes });
  const now = items.find(({ done }) => !done)?.id;
  const recipe = recipes.find(({ status }) => status === "live") ?? recipes[0];
  const draft = recipe && now ? await draftOf(workspace, recipe.id, connections) : null;
  const has = {
    stripe: connections.some(({ app }) => app === "stripe"),
    customerio: connections.some(({ app }) => app === "customerio"),
  };
  const body = {
    connect: <ConnectStep workspace={workspace} has={has} />,
    recipe: <RecipeStep workspace={workspace} templates={TEMPLATES.slice(0, 3)} />,
    // Stays open when it was done, so that its result can be read.
    test: draft ? <TestStep workspace={workspace} recipe={draft} isTested={now === "live"} /> : null,
    live: draft ? <LiveStep workspace={workspace} recipe={draft} /> : null,
  };
  const isShown = (id: keyof typeof body) => id === now || (id === "test" && now === "live");
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        title={now ? "First steps" : "Your recipe is live"}
        description={
          now
            ? "Four steps to a recipe that runs. Leave whenever you like: the overview brings you back to where you were."
            : "From now on it runs for every event that it listens to."
        }
        actions={<LinkButton href={`/w/${workspace}`}>{now ? "Later" : "To the overview"}</LinkButton>}
      />
      <Panel>
        <ol className="divide-y">
          {items.map(({ id, title, text, done }, index) => (
            <StepItem
              key={id}
              number={index + 1}
              title={id === "recipe" && recipe ? `${title}: ${recipe.name}` : title}
              text={text}
              state={done ? "done" : id === now ? "now" : "later"}
            >
              {isShown(id) ? body[id] : null}
            </StepItem>
          ))}
        </ol>
      </Panel>
      {now || !recipe ? null : (
        <SeeItRun
          workspace={workspace}
          recipe={recipe}
          isSandbox={connections.some(({ app, sandbox }) => app === "stripe" && sandbox)}
        />
      )}
    </div>
  );
}

/** The recipe with the accounts it lacks, where the workspace has exactly one that fits. */
async function draftOf(workspace: string, id: string, connections: ConnectionView[]): Promise<DraftRecipe> {
  const api = await caller(workspace);
  const { name, definition } = await api.recipe.get({ workspace, id });
  const parsed = Definition.safeParse(definition);
  const filled = parsed.success ? fillConnections(parsed.data, connections) : null;
  const isSame = JSON.stringify(filled) === JSON.stringify(parsed.data);
  return { id, name, completed: isSame ? null : filled };
}

interface SeeItRunProps {
  workspace: string;
  recipe: { id: string; triggerEvents: string[] };
  isSandbox: boolean;
}

async function SeeItRun({ workspace, recipe, isSandbox }: SeeItRunProps) {
  const api = await caller(workspace);
  const { data } = await api.run.list({ workspace, recipeId: recipe.id, limit: 5 });
  const real = data.filter(({ dryRun }) => !dryRun);
  return (
    <Panel className="mt-5">
      <PanelHeader title="See it run" />
      {isSandbox ? (
        <div className="border-b p-4">
          <TryLive workspace={workspace} byCustomer={recipe.triggerEvents.includes("customer.created")} />
        </div>
      ) : null}
      {real.length > 0 ? (
        <RunTable runs={real} workspace={workspace} />
      ) : (
        <p role="status" className="p-4 text-sm text-muted">
          {isSandbox
            ? "Its first run appears here within seconds of the event."
            : `Its first run appears here as soon as Stripe sends ${recipe.triggerEvents.join(" or ")}.`}
        </p>
      )}
      <RefreshWhile active intervalMs={2000} />
    </Panel>
  );
}
