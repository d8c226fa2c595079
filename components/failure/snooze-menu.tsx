"use client";

import { AlarmClock, AlarmClockOff } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "~/components/ui/button";
import { Dialog } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { formatUtc } from "~/components/ui/format-time";
import { Input } from "~/components/ui/input";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import { MenuButton } from "./menu-button";

const SPANS = [
  { key: "1h", label: "For an hour" },
  { key: "1d", label: "For a day" },
  { key: "1w", label: "For a week" },
] as const;
const UNTIL = { key: "until", label: "Until …" };

interface SnoozeMenuProps {
  workspace: string;
  keys: string[];
  /** They sleep now, and can be woken. */
  asleep: boolean;
  onDone?: () => void;
}

/** Leaves causes alone for a while, or wakes them. */
export function SnoozeMenu({ workspace, keys, asleep, onDone }: SnoozeMenuProps) {
  const [asking, setAsking] = useState(false);
  const snooze = useAction(trpc.failure.snooze.mutate, {
    success: ({ until }) => (until ? `Snoozed until ${formatUtc(until)}` : "Back in the inbox"),
    onSuccess: () => onDone?.(),
    undo: ({ until }) =>
      until ? () => trpc.failure.snooze.mutate({ workspace, keys, how: { until: null } }) : null,
  });
  if (asleep)
    return (
      <Button pending={snooze.pending} onClick={() => snooze.run({ workspace, keys, how: { until: null } })}>
        {snooze.pending ? null : <AlarmClockOff aria-hidden />}
        Wake up
      </Button>
    );
  return (
    <>
      <MenuButton
        label="Snooze"
        icon={<AlarmClock aria-hidden />}
        pending={snooze.pending}
        items={[...SPANS, UNTIL]}
        onChoose={(key) => {
          const span = SPANS.find((one) => one.key === key);
          if (span) void snooze.run({ workspace, keys, how: { for: span.key } });
          else setAsking(true);
        }}
      />
      <UntilDialog
        open={asking}
        onClose={() => setAsking(false)}
        onChoose={(until) => {
          setAsking(false);
          void snooze.run({ workspace, keys, how: { until } });
        }}
      />
    </>
  );
}

interface UntilDialogProps {
  open: boolean;
  onClose: () => void;
  onChoose: (until: string) => void;
}

function UntilDialog({ open, onClose, onChoose }: UntilDialogProps) {
  const [text, setText] = useState("");
  const id = useId();
  const at = new Date(text);
  const isValid = !Number.isNaN(at.getTime());
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Snooze until"
      description="It stays out of the inbox until then, also when more runs fail for the same reason."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" disabled={!isValid} onClick={() => onChoose(at.toISOString())}>
            Snooze
          </Button>
        </>
      }
    >
      <Field id={id} label="Day and time" required>
        {(control) => (
          <Input
            {...control}
            type="datetime-local"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
