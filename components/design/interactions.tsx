"use client";

import { Ellipsis, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { FieldPopover } from "~/components/recipe/field-popover";
import { AnySelect } from "~/components/ui/any-select";
import { Button } from "~/components/ui/button";
import { ConfirmButton } from "~/components/ui/confirm-button";
import { Dialog } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Keys } from "~/components/ui/keys";
import { Menu } from "~/components/ui/menu";
import { Select } from "~/components/ui/select";
import { Textarea } from "~/components/ui/textarea";
import { showToast } from "~/components/ui/toast-store";
import { showUndo } from "~/components/ui/use-action";
import { Section } from "./section";

export function Controls() {
  const [chosen, setChosen] = useState<string>();
  return (
    <Section title="Buttons and fields" description="One primary button a page. Labels above, hints below.">
      <div className="mb-5 flex flex-wrap items-center gap-2">
        <Button variant="primary">
          <Plus aria-hidden />
          Primary
        </Button>
        <Button>Secondary</Button>
        <Button variant="ghost">Ghost</Button>
        <Button variant="danger">
          <Trash2 aria-hidden />
          Danger
        </Button>
        <Button pending>Pending</Button>
        <Button disabled>Disabled</Button>
        <Button size="sm">Small</Button>
        <Keys keys={["g", "r"]} />
      </div>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        <Field id="d-name" label="Name" required hint="What your team calls it.">
          {(control) => <Input {...control} placeholder="Welcome new customers" />}
        </Field>
        <Field
          id="d-key"
          label="Secret key"
          required
          error="This key begins with pk_: take the one that begins with sk_."
        >
          {(control) => <Input {...control} mono defaultValue="pk_test_51" />}
        </Field>
        <Field id="d-mode" label="Mode">
          {(control) => (
            <Select {...control}>
              <option>Test</option>
              <option>Live</option>
            </Select>
          )}
        </Field>
        <Field id="d-any" label="Status">
          {(control) => (
            <AnySelect
              {...control}
              any="Any status"
              value={chosen}
              onChoose={setChosen}
              choices={[{ value: "live", label: "Live" }]}
            />
          )}
        </Field>
        <Field id="d-note" label="Note" warning="Nobody reads more than two lines.">
          {(control) => <Textarea {...control} rows={2} />}
        </Field>
        <Field id="d-off" label="Region">
          {(control) => <Input {...control} disabled defaultValue="US" />}
        </Field>
      </div>
    </Section>
  );
}

export function Overlays() {
  const [open, setOpen] = useState(false);
  return (
    <Section
      title="Dialogs, menus, popovers"
      description="Loaded when the first one opens; the keyboard's way in, through and back is the library's."
    >
      <div className="relative flex flex-wrap items-center gap-2">
        <Button onClick={() => setOpen(true)}>Dialog</Button>
        <ConfirmButton
          variant="danger"
          title="Delete this recipe?"
          description="New events no longer start it. Its past runs stay readable."
          confirmLabel="Delete"
          onConfirm={async () => showToast({ tone: "ok", title: "Recipe deleted" })}
        >
          Question
        </ConfirmButton>
        <Menu
          label="Menu"
          items={[
            { key: "a", label: "Design", href: "/design" },
            { key: "b", label: "Tell me", onSelect: () => showToast({ tone: "info", title: "Chosen" }) },
            {
              key: "c",
              label: "Delete",
              icon: <Trash2 aria-hidden />,
              danger: true,
              onSelect: () => showToast({ tone: "danger", title: "This could not be deleted" }),
            },
          ]}
        >
          <Ellipsis aria-hidden />
          Menu
        </Menu>
        <FieldPopover icon={<Plus aria-hidden />} text="Popover" label="Popover" title="A panel">
          {(close) => (
            <div className="flex items-center justify-between gap-3 p-3 text-sm">
              It stays within the window.
              <Button size="sm" onClick={close}>
                Close
              </Button>
            </div>
          )}
        </FieldPopover>
      </div>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Folder and tags"
        description="They keep a long list in order."
        footer={
          <>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button variant="primary" onClick={() => setOpen(false)}>
              Save
            </Button>
          </>
        }
      >
        <Field id="d-folder" label="Folder">
          {(control) => <Input {...control} />}
        </Field>
      </Dialog>
    </Section>
  );
}

export function Toasts() {
  return (
    <Section
      title="Messages"
      description="They leave by themselves, unless something went wrong or somebody points at them."
    >
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => showToast({ tone: "ok", title: "Channel saved" })}>Done</Button>
        <Button
          onClick={() =>
            showUndo(
              "3 runs resolved",
              async () => undefined,
              () => undefined,
            )
          }
        >
          With undo
        </Button>
        <Button
          onClick={() =>
            showToast({
              tone: "danger",
              title: "Stripe refused the key",
              detail: "Copy it again from the dashboard.",
            })
          }
        >
          Error
        </Button>
        <Button onClick={() => showToast({ tone: "info", title: "Nothing is missing" })}>Information</Button>
      </div>
    </Section>
  );
}
