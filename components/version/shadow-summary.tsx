import { Eye } from "lucide-react";
import { Panel, PanelHeader } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";
import { TimeAgo } from "~/components/ui/time";
import type { RecipeView } from "~/server/services/recipe/schemas";
import type { ShadowView } from "~/server/services/recipe/shadow-schemas";
import { ShadowActions } from "./shadow-actions";

interface ShadowSummaryProps {
  workspace: string;
  recipe: RecipeView;
  shadow: ShadowView;
}

/** What runs in shadow since when, how it compares so far, and the two ways to end it. */
export function ShadowSummary({ workspace, recipe, shadow }: ShadowSummaryProps) {
  const { version, liveVersion, since, counts } = shadow;
  if (version === null)
    return (
      <Panel>
        <EmptyState
          icon={Eye}
          title="Nothing runs in shadow"
          actions={<LinkButton href={`/w/${workspace}/recipes/${recipe.id}`}>Open the recipe</LinkButton>}
        >
          Publish with “Run in shadow first”: the new version then runs on the same events as the live one,
          sends nothing, and you see here what it would do differently.
        </EmptyState>
      </Panel>
    );
  const facts = liveVersion === null ? aloneFacts(shadow) : besideFacts(shadow);
  return (
    <Panel>
      <PanelHeader
        title={`Version ${version} in shadow${liveVersion === null ? "" : `, beside version ${liveVersion}`}`}
        description={
          <>
            {since ? (
              <>
                Since <TimeAgo iso={since} />.{" "}
              </>
            ) : null}
            {counts.events >= 50 ? "The newest 50 events are compared." : null}
          </>
        }
        actions={
          <ShadowActions
            workspace={workspace}
            id={recipe.id}
            version={version}
            liveVersion={liveVersion}
            differs={counts.different}
          />
        }
      />
      <dl className="grid grid-cols-2 gap-px bg-line sm:grid-cols-3 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none">
        {facts.map(({ label, value }) => (
          <div key={label} className="bg-surface px-4 py-3">
            <dt className="text-xs text-faint">{label}</dt>
            <dd className="text-lg font-semibold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="border-t px-4 py-2.5 text-xs text-muted">
        A shadow run looks things up, but changes and sends nothing. Where a step reads the answer of one that
        was not sent, it gets that action's example.
      </p>
    </Panel>
  );
}

function besideFacts({ counts }: ShadowView) {
  const { requests } = counts;
  return [
    { label: "Events", value: counts.events },
    { label: "Same", value: counts.same },
    { label: "Different", value: counts.different },
    { label: "Requests changed", value: requests.changed },
    { label: "Only live sent", value: requests.onlyLive },
    { label: "Only shadow would send", value: requests.onlyShadow },
  ];
}

function aloneFacts({ counts, events }: ShadowView) {
  const failed = events.filter(({ shadow }) => shadow.status === "failed").length;
  return [
    { label: "Events", value: counts.events },
    { label: "Requests it would send", value: counts.requests.onlyShadow },
    { label: "Runs under way", value: counts.pending },
    { label: "Runs failed", value: failed },
  ];
}
