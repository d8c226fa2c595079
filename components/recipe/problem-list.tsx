"use client";

import { CircleAlert, TriangleAlert } from "lucide-react";
import { Disclosure } from "~/components/ui/disclosure";
import type { DescribedProblem } from "./describe-problem";
import { useEditor } from "./editor-context";
import { countErrors } from "./problems";
import { RepairButton } from "./repair-button";

const GROUPS = [
  ["error", "Keeps it from going live"],
  ["warning", "Worth a look"],
] as const;

/** What is to mend before publishing, then what is only odd; each line leads to its field. */
export function ProblemList({ open }: { open: boolean }) {
  const { problems } = useEditor();
  if (problems.length === 0) return null;
  const errors = countErrors(problems);
  return (
    <section
      id="problems"
      tabIndex={-1}
      aria-label="What to fix"
      className="mb-3 rounded-md border border-warn/25 bg-warn-soft px-3 py-2.5 text-sm"
    >
      <Disclosure
        open={open}
        summary={<span className="font-medium text-ink">{summaryOf(errors, problems.length)}</span>}
      >
        <div className="flex flex-col gap-3">
          {GROUPS.map(([severity, title]) => (
            <ProblemGroup
              key={severity}
              title={title}
              problems={problems.filter((problem) => problem.severity === severity)}
            />
          ))}
        </div>
      </Disclosure>
    </section>
  );
}

function ProblemGroup({ title, problems }: { title: string; problems: DescribedProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className="mb-1 text-xs font-medium text-muted">{title}</h3>
      <ul className="flex flex-col gap-1.5">
        {problems.map((problem) => (
          <ProblemLine key={`${problem.path} ${problem.message}`} problem={problem} />
        ))}
      </ul>
    </section>
  );
}

function ProblemLine({ problem }: { problem: DescribedProblem }) {
  const { reveal } = useEditor();
  const { path, severity, step, message, fix, repair } = problem;
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1">
      <button
        type="button"
        onClick={() => reveal(path)}
        className="flex min-w-0 flex-1 basis-64 items-start gap-2 rounded-sm text-left hover:underline"
      >
        <Mark severity={severity} />
        <span className="min-w-0 break-words">
          {step ? <span className="font-medium">{step}: </span> : null}
          {message} {fix ? <span className="text-muted">{fix}</span> : null}
        </span>
      </button>
      {repair ? (
        <span className="max-sm:ml-6">
          <RepairButton repair={repair} />
        </span>
      ) : null}
    </li>
  );
}

function Mark({ severity }: { severity: "error" | "warning" }) {
  const [Icon, label] = severity === "error" ? [CircleAlert, "Error:"] : [TriangleAlert, "Warning:"];
  return (
    <>
      <Icon
        aria-hidden
        className={`mt-0.5 size-4 shrink-0 ${severity === "error" ? "text-danger" : "text-warn"}`}
      />
      <span className="sr-only">{label}</span>
    </>
  );
}

function summaryOf(errors: number, all: number): string {
  if (errors === 0) return all === 1 ? "1 thing to look at" : `${all} things to look at`;
  return errors === 1
    ? "1 thing to fix before this can go live"
    : `${errors} things to fix before this can go live`;
}
