"use client";

import { useState } from "react";
import { Button } from "~/components/ui/button";
import { Dialog } from "~/components/ui/dialog";
import type { RuleView } from "~/server/services/notification/schemas";
import { type RuleChoices, RuleForm } from "./rule-form";

/** A button that opens the form of a rule: a new one, or the one that it is given. */
export function RuleDialog({ rule, ...choices }: RuleChoices & { rule?: RuleView }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {rule ? "Edit" : "Add rule"}
      </Button>
      <Dialog open={open} onClose={close} title={rule ? "Edit the rule" : "Add a rule"}>
        <RuleForm {...choices} {...(rule ? { rule } : {})} onDone={close} />
      </Dialog>
    </>
  );
}
