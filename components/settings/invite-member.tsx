"use client";

import { type FormEvent, useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { CopyLine } from "~/components/ui/code";
import { Dialog } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import { MemberRole } from "~/server/services/member/schemas";
import { RoleSelect } from "./role-select";

/** Asks for an address and a role, then shows the link: the only time it can be read. */
export function InviteMember({ workspace }: { workspace: string }) {
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<{ email: string; link: string; mailed: boolean } | null>(null);
  const invite = useAction(trpc.member.invite.mutate, { toastError: false });
  function close() {
    setOpen(false);
    setMade(null);
    invite.clearError();
  }
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = String(form.get("email") ?? "").trim();
    const role = MemberRole.parse(form.get("role"));
    const answer = await invite.run({ workspace, invitation: { email, role } });
    if (answer) setMade({ email, ...answer });
  }
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        Invite
      </Button>
      <Dialog open={open} onClose={close} title={made ? "Pass the link on" : "Invite somebody"}>
        {made ? (
          <>
            <Alert tone={made.mailed ? "ok" : "warn"}>
              {made.mailed
                ? `A mail with this link is on its way to ${made.email}.`
                : `This install sends no mail to ${made.email}: pass the link on yourself.`}{" "}
              It works once, for seven days, for that address, and is shown only now.
            </Alert>
            <CopyLine value={made.link} what="link" />
            <Button variant="primary" onClick={close} className="self-end">
              Done
            </Button>
          </>
        ) : (
          <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-4 pt-1">
            <Field
              id="invite-email"
              label="E-mail"
              required
              error={invite.error?.fields["invitation.email"] ?? invite.error?.message}
            >
              {(control) => (
                <Input
                  {...control}
                  name="email"
                  type="email"
                  autoComplete="off"
                  autoFocus
                  placeholder="colleague@example.com"
                />
              )}
            </Field>
            <Field
              id="invite-role"
              label="Role"
              required
              hint="Viewers look, editors change recipes and connections, owners do everything."
            >
              {(control) => <RoleSelect {...control} name="role" defaultValue="editor" />}
            </Field>
            <Button type="submit" variant="primary" pending={invite.pending} className="self-end">
              Invite
            </Button>
          </form>
        )}
      </Dialog>
    </>
  );
}
