"use client";

import Link from "next/link";
import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import type { NotifyStep } from "~/server/recipes/definition";
import type { Pointer } from "~/server/recipes/pointer";
import { CallingOptions } from "./calling-options";
import { useEditor, useField } from "./editor-context";
import { FallbackSteps } from "./error-policy";
import { MissingField } from "./missing-field";
import { StepAbout } from "./step-about";
import type { StepCardProps } from "./step-card-props";
import { StepFrame } from "./step-frame";
import { StepIcon } from "./step-icon";
import { STEP_ICONS } from "./step-icons";
import { TemplateField } from "./template-field";

/** A message to the team through one of the workspace's channels. */
export function NotifyCard({ step, list, index, renderSteps }: StepCardProps<NotifyStep>) {
  const { channels } = useEditor().catalog;
  const pointer = [...list, index];
  const channel = channels.find(({ id }) => id === step.channel);
  return (
    <StepFrame
      list={list}
      index={index}
      icon={<StepIcon icon={STEP_ICONS.notify} />}
      kind={`Tell the team · ${step.id}`}
      title={step.name ?? step.title ?? "Tell the team"}
      summary={channel ? `${channel.name} · ${step.message}` : "No channel chosen"}
      options={<CallingOptions step={pointer} />}
      after={<FallbackSteps step={pointer} policy={step.onError} renderSteps={renderSteps} />}
    >
      <StepAbout kind="notify">Sends a message to your own people, not to customers.</StepAbout>
      <ChannelSelect pointer={[...pointer, "channel"]} />
      <TemplateField
        pointer={[...pointer, "title"]}
        label="Title"
        hint="The subject of an e-mail. Without one the recipe’s name is used."
        placeholder="A payment of {{ trigger.data.object.customer_email }} failed"
        required={false}
        kind="string"
      >
        <MissingField step={pointer} inputPath="title" value={step.title} kind="string" />
      </TemplateField>
      <TemplateField
        pointer={[...pointer, "message"]}
        label="Message"
        placeholder="Please call {{ trigger.data.object.customer_name }}."
        kind="string"
        long
        removeEmpty={false}
      >
        <MissingField step={pointer} inputPath="message" value={step.message} kind="string" />
      </TemplateField>
    </StepFrame>
  );
}

function ChannelSelect({ pointer }: { pointer: Pointer }) {
  const { catalog, workspace } = useEditor();
  const { channels } = catalog;
  const { id, value, set, error, warning } = useField(pointer);
  const isGone = typeof value === "string" && !channels.some((channel) => channel.id === value);
  const settings = (
    <Link
      href={`/w/${workspace}/settings`}
      className="text-accent-ink underline underline-offset-2"
      target="_blank"
    >
      {channels.length === 0 ? "Add a channel in the settings" : "Channels in the settings"}
      <span className="sr-only"> (opens in a new tab)</span>
    </Link>
  );
  if (channels.length === 0)
    return (
      <p id={id} tabIndex={-1} className="text-sm text-muted">
        This workspace has no channel yet. {settings}, then load this page again.
      </p>
    );
  return (
    <Field id={id} label="Channel" hint={settings} error={error} warning={warning} required>
      {(control) => (
        <Select
          {...control}
          value={typeof value === "string" ? value : ""}
          onChange={(event) => set(event.target.value || null)}
        >
          <option value="">Choose a channel…</option>
          {isGone ? <option value={String(value)}>A channel that is not there any more</option> : null}
          {channels.map(({ id: channelId, name, label }) => (
            <option key={channelId} value={channelId}>
              {name} ({label})
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
