"use client";

import { type FormEvent, useState } from "react";
import type { ActionError } from "~/components/ui/action-error";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Field, type FieldControl } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import { Textarea } from "~/components/ui/textarea";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { ChannelKind, CreateChannelInput, CreatedChannel } from "~/server/services/channel/schemas";
import { CHANNEL_KIND_WORDS } from "./channel-kinds";

interface ChannelFormProps {
  workspace: string;
  onAdded: (channel: CreatedChannel) => void;
}

const KINDS = Object.entries(CHANNEL_KIND_WORDS) as [ChannelKind, (typeof CHANNEL_KIND_WORDS)[ChannelKind]][];

const ADDRESS: Record<ChannelKind, { label: string; hint: string; say: string; example: string }> = {
  email: {
    label: "Addresses",
    hint: "One a line, 20 at most.",
    say: "Enter at least one address.",
    example: "ada@example.com",
  },
  slack: {
    label: "Incoming webhook address",
    hint: "Slack makes one for each of its channels: your app's settings, “Incoming Webhooks”. Kept encrypted.",
    say: "Paste the address that Slack made.",
    example: "https://hooks.slack.com/services/…",
  },
  webhook: {
    label: "Address",
    hint: "Each message is a POST with signed JSON. You get the signing secret next.",
    say: "Enter the address that takes the messages.",
    example: "https://example.com/billhook",
  },
};

const linesOf = (addresses: string) => addresses.split(/[\s,;]+/).filter(Boolean);

/** What the server says of the address field, with the one of several addresses that it means. */
function refusalOf(error: ActionError | null, address: string): string | undefined {
  const [path, message] =
    Object.entries(error?.fields ?? {}).find(([field]) => /^channel\.(to|url)/.test(field)) ?? [];
  if (path === undefined) return undefined;
  const place = /^channel\.to\.(\d+)$/.exec(path)?.[1];
  return `${place === undefined ? "This" : `“${linesOf(address)[Number(place)] ?? ""}”`} ${message}`;
}

function inputOf(kind: ChannelKind, name: string, address: string): CreateChannelInput {
  if (kind !== "email") return { kind, name, url: address };
  return { kind, name, to: linesOf(address) };
}

/** One form for the three kinds of channel. */
export function ChannelForm({ workspace, onAdded }: ChannelFormProps) {
  const [kind, setKind] = useState<ChannelKind>("email");
  const [name, setName] = useState("");
  const [address, setAddress] = useState("");
  const [submitted, setSubmitted] = useState(false);
  const create = useAction(trpc.channel.create.mutate, { toastError: false, onSuccess: onAdded });
  const { summary, example } = CHANNEL_KIND_WORDS[kind];
  const words = ADDRESS[kind];
  const refusal = refusalOf(create.error, address);

  function choose(next: ChannelKind) {
    setKind(next);
    setAddress("");
    setSubmitted(false);
    create.clearError();
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    setSubmitted(true);
    if (name.trim() && address.trim())
      void create.run({ workspace, channel: inputOf(kind, name.trim(), address.trim()) });
  }
  const control = (props: FieldControl) => ({
    ...props,
    value: address,
    placeholder: words.example,
    spellCheck: false,
    autoComplete: "off",
    onChange: (event: { target: { value: string } }) => setAddress(event.target.value),
  });
  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4 pt-1">
      {create.error && !refusal ? (
        <Alert tone="danger" title="The channel was not added">
          {create.error.message.replace(/^channel\./, "")}
        </Alert>
      ) : null}
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
      <Field
        id="channel-name"
        label="Name"
        required
        error={submitted && !name.trim() ? "Name it, so that you know it again in a recipe." : undefined}
      >
        {(props) => (
          <Input
            {...props}
            value={name}
            maxLength={80}
            placeholder={example}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <Field
        id="channel-address"
        label={words.label}
        required
        hint={words.hint}
        error={submitted && !address.trim() ? words.say : refusal}
      >
        {(props) =>
          kind === "email" ? <Textarea {...control(props)} rows={3} /> : <Input {...control(props)} mono />
        }
      </Field>
      <Button type="submit" variant="primary" pending={create.pending} className="self-end">
        Add channel
      </Button>
    </form>
  );
}
