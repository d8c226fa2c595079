import Link from "next/link";
import { AttemptView } from "~/components/run/attempt-view";
import { Panel, PanelHeader } from "~/components/ui/card";
import type { RunView } from "~/server/services/run/schemas";

/** What the newest run of a cause sent where it failed, and what was answered. */
export function NewestAttempt({ run, workspace }: { run: RunView; workspace: string }) {
  const trouble = run.steps.filter(({ status }) => status === "failed" || status === "outcome_unknown");
  const step = trouble.find(({ path }) => path === run.error?.step) ?? trouble.at(-1);
  const attempt = step?.attempts.at(-1);
  const all = (
    <Link
      href={`/w/${workspace}/runs/${run.id}`}
      className="text-xs font-medium text-accent-ink hover:underline"
    >
      The whole run
    </Link>
  );
  return (
    <Panel>
      <PanelHeader title="The newest one" actions={all} />
      <ul className="px-4 py-3">
        {step && attempt ? (
          <AttemptView attempt={attempt} ordinal={step.attempts.length} total={step.attempts.length} />
        ) : (
          <li className="text-sm text-muted">Nothing was sent: it failed before any request.</li>
        )}
      </ul>
    </Panel>
  );
}
