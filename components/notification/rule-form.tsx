"use client";

import { type FormEvent, useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Select } from "~/components/ui/select";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { ChannelView } from "~/server/services/channel/schemas";
import { RULE_KINDS, type RuleKind, type RuleView } from "~/server/services/notification/schemas";
import { RuleConfigFields } from "./rule-config-fields";
import { newRule, ruleChange, ruleDraft } from "./rule-draft";
import { RULE_KIND_WORDS } from "./rule-words";

export interface RuleChoices {
  workspace: string;
  channels: ChannelView[];
  recipes: { id: string; name: string }[];
}

interface RuleFormProps extends RuleChoices {
  /** The one to change; a new one without. */
  rule?: RuleView;
  onDone: () => void;
}

/** A rule as a sentence: tell whom, when what happens, for which recipes. */
export function RuleForm({ workspace, channels, recipes, rule, onDone }: RuleFormProps) {
  const [draft, setDraft] = useState(() => ruleDraft(rule, channels[0]?.id ?? ""));
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const options = { toastError: false, onSuccess: onDone };
  const create = useAction(trpc.notification.create.mutate, { ...options, success: "Rule added" });
  const update = useAction(trpc.notification.update.mutate, { ...options, success: "Rule saved" });
  const { pending, error } = rule ? update : create;
  const errors = Object.fromEntries(
    Object.entries(error?.fields ?? {}).map(([path, message]) => [path.replace(/^rule\./, ""), message]),
  );
  const inField = Object.keys(errors).some((path) => path.startsWith("config."));
  function submit(event: FormEvent) {
    event.preventDefault();
    if (rule) void update.run({ workspace, id: rule.id, ...ruleChange(draft) });
    else void create.run({ workspace, rule: newRule(draft) });
  }
  return (
    <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4 pt-1">
      {error && !inField ? (
        <Alert tone="danger" title={rule ? "The rule was not changed" : "The rule was not added"}>
          {error.message}
        </Alert>
      ) : null}
      <Field id="rule-channel" label="Tell" required hint="Add channels under Settings.">
        {(control) => (
          <Select
            {...control}
            value={draft.channelId}
            onChange={({ target }) => set({ channelId: target.value })}
          >
            {channels.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field id="rule-kind" label="when" required hint={RULE_KIND_WORDS[draft.kind].hint}>
        {(control) => (
          <Select
            {...control}
            value={draft.kind}
            disabled={rule !== undefined}
            onChange={({ target }) => set({ kind: target.value as RuleKind })}
          >
            {RULE_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {RULE_KIND_WORDS[kind].when}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <RuleConfigFields draft={draft} errors={errors} set={set} />
      {draft.kind === "connection" ? null : (
        <Field id="rule-recipe" label="for" required>
          {(control) => (
            <Select
              {...control}
              value={draft.recipeId}
              onChange={({ target }) => set({ recipeId: target.value })}
            >
              <option value="">all recipes</option>
              {withOwn(recipes, rule).map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <Button type="submit" variant="primary" pending={pending} className="self-end">
        {rule ? "Save rule" : "Add rule"}
      </Button>
    </form>
  );
}

/** A rule may be for a recipe that is archived and so in no list. */
function withOwn(recipes: RuleChoices["recipes"], rule: RuleView | undefined): RuleChoices["recipes"] {
  const own = rule?.recipe;
  return !own || recipes.some(({ id }) => id === own.id) ? recipes : [own, ...recipes];
}
