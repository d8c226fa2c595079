"use client";

import { Stethoscope } from "lucide-react";
import { useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Badge, type Tone } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Panel, PanelHeader } from "~/components/ui/card";
import { cn } from "~/components/ui/cn";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { DoctorView } from "~/server/services/connection/doctor-schemas";

type Finding = DoctorView["findings"][number];
type Works = Finding["actions"][number]["works"];

const LOOK: Record<Works, { tone: Tone; word: string }> = {
  yes: { tone: "ok", word: "works" },
  no: { tone: "danger", word: "will not work" },
  unknown: { tone: "neutral", word: "cannot be told" },
  unset: { tone: "neutral", word: "not set" },
};

/** Tries every permission of a connection's keys and says what will not work, and how to mend it. */
export function KeyDoctor({ workspace, id }: { workspace: string; id: string }) {
  const check = useAction(trpc.connection.doctor.mutate, { toastError: false, refresh: false });
  const [view, setView] = useState<DoctorView>();
  const start = async () => setView((await check.run({ workspace, id })) ?? view);
  const lacking = view?.findings.filter(({ read, write }) => read === "no" || write === "no") ?? [];
  return (
    <Panel aria-labelledby="doctor-title">
      <PanelHeader
        id="doctor-title"
        title="What these keys may do"
        description="Tries every permission with questions that change nothing."
      />
      <div className="flex flex-col gap-3 p-4" aria-live="polite">
        <Button pending={check.pending} onClick={start} className="self-start">
          {check.pending ? null : <Stethoscope aria-hidden />}
          {check.pending ? "Asking…" : view ? "Check again" : "Check the permissions"}
        </Button>
        {check.error ? <Alert tone="danger" title={check.error.message} /> : null}
        {view ? (
          <>
            <Alert tone={lacking.length === 0 ? "ok" : "warn"}>
              {lacking.length === 0
                ? "Nothing that was given here is refused."
                : `${lacking.length} of ${view.findings.length} permissions are missing. That matters only for recipes that need them.`}
            </Alert>
            <ul className="divide-y rounded-md border">
              {view.findings.map((finding) => (
                <FindingRow key={finding.title} finding={finding} />
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </Panel>
  );
}

function FindingRow({ finding }: { finding: Finding }) {
  const { title, read, write, remedy, actions } = finding;
  return (
    <li className="px-3 py-2 text-sm">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="min-w-0 flex-1 basis-40 font-medium">{title}</span>
        {read ? <Verdict what="Read" works={read} /> : null}
        {write ? <Verdict what={read ? "Write" : ""} works={write} /> : null}
      </div>
      {remedy ? (
        <p className={cn("mt-1 text-xs", write === "unset" ? "text-faint" : "text-danger")}>{remedy}</p>
      ) : null}
      {actions.length > 0 ? (
        <details className="mt-1 text-xs text-muted">
          <summary className="cursor-pointer select-none">{countOf(actions)}</summary>
          <ul className="mt-1 flex flex-col gap-0.5 pl-3">
            {actions.map((action) => (
              <li key={action.id}>
                {action.title}: {LOOK[action.works].word}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </li>
  );
}

function Verdict({ what, works }: { what: string; works: Works }) {
  const { tone, word } = LOOK[works];
  return <Badge tone={tone}>{what ? `${what}: ${word}` : word}</Badge>;
}

function countOf(actions: Finding["actions"]): string {
  const good = actions.filter(({ works }) => works === "yes").length;
  const all = actions.length === 1 ? "1 action" : `${actions.length} actions`;
  return good === actions.length ? `${all}, all work` : `${all}, of which ${good} surely work`;
}
