"use client";

import { type ChangeEvent, type FormEvent, useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Field, type FieldControl } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import { Textarea } from "~/components/ui/textarea";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { ChannelKind, ChannelView, CreatedChannel } from "~/server/services/channel/schemas";
import { type ChannelDraft, channelChange, newChannel, refusalOf } from "./channel-input";
import { CHANNEL_KIND_WORDS } from "./channel-kinds";

interface ChannelFormProps {
  workspace: string;
  /** The one to change; a new one without. */
  channel?: ChannelView;
  onDone: (channel: CreatedChannel) => void;
}

const KINDS = Object.entries(CHANNEL_KIND_WORDS) as [ChannelKind, (typeof CHANNEL_KIND_WORDS)[ChannelKind]][];
const KEPT = "Leave it empty to keep what it is now.";

/** One form for every kind of channel, new or to be changed. A secret address is not shown again. */
export function ChannelForm({ workspace, channel, onDone }: ChannelFormProps) {
  const [kind, setKind] = useState<ChannelKind>(channel?.kind ?? "email");
  const [draft, setDraft] = useState<ChannelDraft>({
    name: channel?.name ?? "",
    address: channel?.to?.join("\n") ?? "",
    table: "",
  });
  const [submitted, setSubmitted] = useState(false);
  const create = useAction(trpc.channel.create.mutate, { toastError: false, onSuccess: onDone });
  const update = useAction(trpc.channel.update.mutate, {
    toastError: false,
    success: "Channel saved",
    onSuccess: onDone,
  });
  const { pending, error } = channel ? update : create;
  const { summary, example, address: words } = CHANNEL_KIND_WORDS[kind];
  const refused = refusalOf(error, draft);
  const isKept = channel !== undefined && kind !== "email";
  const trimmed = { name: draft.name.trim(), address: draft.address.trim(), table: draft.table.trim() };
  const set = (field: keyof ChannelDraft) => (event: ChangeEvent<{ value: string }>) =>
    setDraft({ ...draft, [field]: event.target.value });

  function choose(next: ChannelKind) {
    setKind(next);
    setDraft({ ...draft, address: "", table: "" });
    setSubmitted(false);
    create.clearError();
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    setSubmitted(true);
    if (!trimmed.name || !(trimmed.address || isKept)) return;
    if (channel) void update.run({ workspace, id: channel.id, ...channelChange(kind, trimmed) });
    else void create.run({ workspace, channel: newChannel(kind, trimmed) });
  }
  const control = (props: FieldControl) => ({
    ...props,
    value: draft.address,
    placeholder: words.example,
    spellCheck: false,
    autoComplete: "off",
    onChange: set("address"),
  });
  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4 pt-1">
      {error && !refused.address && !refused.table ? (
        <Alert tone="danger" title={channel ? "The channel was not changed" : "The channel was not added"}>
          {error.message.replace(/^channel\./, "")}
        </Alert>
      ) : null}
      {channel ? null : (
        <Field id="channel-kind" label="Kind" required hint={summary}>
          {(props) => (
            <Select {...props} value={kind} onChange={({ target }) => choose(target.value as ChannelKind)}>
              {KINDS.map(([id, { title }]) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <Field
        id="channel-name"
        label="Name"
        required
        error={submitted && !trimmed.name ? "Name it, so that you know it again in a recipe." : undefined}
      >
        {(props) => (
          <Input {...props} value={draft.name} maxLength={80} placeholder={example} onChange={set("name")} />
        )}
      </Field>
      <Field
        id="channel-address"
        label={words.label}
        required={!isKept}
        hint={isKept ? `${KEPT} Now: ${channel.label}.` : words.hint}
        error={submitted && !trimmed.address && !isKept ? words.say : refused.address}
      >
        {(props) =>
          kind === "email" ? <Textarea {...control(props)} rows={3} /> : <Input {...control(props)} mono />
        }
      </Field>
      {kind === "database" ? (
        <Field
          id="channel-table"
          label="Table"
          hint={isKept ? KEPT : "Made when it is missing. Small letters, digits and _."}
          error={refused.table}
        >
          {(props) => (
            <Input
              {...props}
              mono
              value={draft.table}
              placeholder="billhook_failures"
              spellCheck={false}
              autoComplete="off"
              onChange={set("table")}
            />
          )}
        </Field>
      ) : null}
      <Button type="submit" variant="primary" pending={pending} className="self-end">
        {channel ? "Save channel" : "Add channel"}
      </Button>
    </form>
  );
}
