"use client";

import { CircleAlert, TriangleAlert } from "lucide-react";
import { Disclosure } from "~/components/ui/disclosure";
import { useEditor } from "./editor-context";
import { countErrors } from "./problems";

/** What is to mend before publishing; each line leads to its field. */
export function ProblemList({ open }: { open: boolean }) {
  const { problems, reveal } = useEditor();
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
        <ul className="flex flex-col gap-1">
          {problems.map((problem) => (
            <li key={`${problem.path} ${problem.message}`}>
              <button
                type="button"
                onClick={() => reveal(problem.path)}
                className="flex w-full items-start gap-2 rounded-sm text-left hover:underline"
              >
                <Mark severity={problem.severity} />
                <span>
                  {problem.step ? <span className="font-medium">{problem.step}: </span> : null}
                  {problem.message} {problem.fix ? <span className="text-muted">{problem.fix}</span> : null}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Disclosure>
    </section>
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
