import { BellRing, TriangleAlert } from "lucide-react";
import { StillBell } from "~/components/illustration/post";
import { CHANNEL_KIND_WORDS } from "~/components/settings/channel-kinds";
import { Badge } from "~/components/ui/badge";
import { Panel, PanelHeader } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { MoreLink } from "~/components/ui/more-link";
import { TimeAgo } from "~/components/ui/time";
import type { RuleView } from "~/server/services/notification/schemas";
import { RuleActions } from "./rule-actions";
import { RuleDialog } from "./rule-dialog";
import type { RuleChoices } from "./rule-form";
import { whenText, whoseText } from "./rule-words";
import { SuggestButton } from "./suggest-button";

interface RulePanelProps extends RuleChoices {
  rules: RuleView[];
  canEdit: boolean;
}

/** When the team is told that something failed. */
export function RulePanel({ rules, canEdit, ...choices }: RulePanelProps) {
  const canAdd = canEdit && choices.channels.length > 0;
  return (
    <Panel>
      <PanelHeader
        title="Rules"
        description="Who is told, and when. However much fails, a rule sends a handful of messages."
        actions={
          <>
            <MoreLink href={`/w/${choices.workspace}/settings`}>Channels</MoreLink>
            {canAdd ? <RuleDialog {...choices} /> : null}
          </>
        }
      />
      {rules.length === 0 ? (
        <EmptyState
          art={<StillBell />}
          title="Nobody is told when something fails"
          actions={canEdit ? <SuggestButton workspace={choices.workspace} /> : null}
        >
          {canEdit
            ? "With one click you get a mail when a recipe fails for the first time, when a connection stops working, and a digest once a day."
            : "An editor of the workspace can add rules."}
        </EmptyState>
      ) : (
        <ul className="divide-y">
          {rules.map((rule) => (
            <RuleRow key={rule.id} rule={rule} canEdit={canEdit} choices={choices} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function RuleRow({ rule, canEdit, choices }: { rule: RuleView; canEdit: boolean; choices: RuleChoices }) {
  const { id, channel, isOn, lastToldAt, problem } = rule;
  const Icon = kindIcon(channel.kind);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5 text-sm">
      <Icon aria-hidden className="size-4 shrink-0 text-faint" />
      <div className="min-w-0 flex-1 basis-56">
        <p className="break-words">
          Tell <strong className="font-medium">{channel.name}</strong> {whenText(rule)} {whoseText(rule)}
        </p>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-2 text-xs text-faint">
          {isOn ? null : <Badge>Off</Badge>}
          {lastToldAt ? (
            <span>
              last told <TimeAgo iso={lastToldAt} />
            </span>
          ) : (
            "nothing told yet"
          )}
        </p>
        {problem ? (
          <p className="mt-0.5 flex items-start gap-1.5 text-xs break-words text-danger">
            <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            <span>{problem} It is tried again.</span>
          </p>
        ) : null}
      </div>
      {canEdit ? (
        <span className="flex flex-wrap gap-2">
          <RuleDialog {...choices} rule={rule} />
          <RuleActions
            workspace={choices.workspace}
            id={id}
            isOn={isOn}
            name={`${whenText(rule)} ${whoseText(rule)}`}
          />
        </span>
      ) : null}
    </li>
  );
}

function kindIcon(kind: string) {
  return Object.entries(CHANNEL_KIND_WORDS).find(([id]) => id === kind)?.[1].icon ?? BellRing;
}
