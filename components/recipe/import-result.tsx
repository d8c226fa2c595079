import Link from "next/link";
import { Badge, type Tone } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Panel, PanelHeader } from "~/components/ui/card";
import { LinkButton } from "~/components/ui/link-button";
import type { ImportedFile, ImportView } from "~/server/services/recipe/file/schemas";

interface ImportResultProps {
  workspace: string;
  answer: ImportView;
  pending?: boolean;
  /** Absent once it is done. */
  onImport?: () => void;
}

const LOOKS: Record<ImportedFile["outcome"], { tone: Tone; done: string; coming: string }> = {
  created: { tone: "ok", done: "Created", coming: "New" },
  updated: { tone: "info", done: "Updated", coming: "Will change" },
  unchanged: { tone: "neutral", done: "Unchanged", coming: "Unchanged" },
  failed: { tone: "danger", done: "Failed", coming: "Cannot be imported" },
};
const LIFECYCLE = {
  publish: { done: "Published", coming: "Will be published" },
  shadow: { done: "Published as shadow", coming: "Will be published as shadow" },
  resume: { done: "Resumed", coming: "Will be resumed" },
  pause: { done: "Paused", coming: "Will be paused" },
} as const;

/** What an import did, or would do, file by file. */
export function ImportResult({ workspace, answer, pending = false, onImport }: ImportResultProps) {
  const { files, applied } = answer;
  const failed = files.some(({ outcome }) => outcome === "failed");
  const idle = files.every(({ outcome }) => outcome === "unchanged");
  return (
    <Panel aria-label="Result" aria-live="polite">
      <PanelHeader
        title={applied ? "Done" : "What would happen"}
        description={sentence(applied, failed, idle)}
      />
      <ul className="divide-y">
        {files.map((file, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name, and none moves
          <FileLine key={index} file={file} workspace={workspace} applied={applied} />
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 border-t px-4 py-3">
        {applied ? (
          <LinkButton variant="primary" href={`/w/${workspace}/recipes`}>
            To the recipes
          </LinkButton>
        ) : (
          <Button variant="primary" disabled={failed || idle} pending={pending} onClick={onImport}>
            Import
          </Button>
        )}
      </div>
    </Panel>
  );
}

function sentence(applied: boolean, failed: boolean, idle: boolean): string {
  if (applied)
    return failed
      ? "The drafts are saved. What could not be published is listed."
      : "The recipes are what the files say.";
  if (failed) return "Nothing can be imported until this is mended: all files are taken, or none.";
  return idle ? "The recipes are what the files say already." : "Nothing has been changed yet.";
}

function FileLine({ file, workspace, applied }: { file: ImportedFile; workspace: string; applied: boolean }) {
  const { tone, done, coming } = LOOKS[file.outcome];
  const lifecycle = file.lifecycle && LIFECYCLE[file.lifecycle];
  return (
    <li className="flex flex-col gap-1.5 px-4 py-3 text-sm">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {file.id ? (
          <Link href={`/w/${workspace}/recipes/${file.id}`} className="font-medium hover:underline">
            {file.recipe}
          </Link>
        ) : (
          <span className="font-medium">{file.recipe ?? file.name}</span>
        )}
        <Badge tone={tone}>{applied ? done : coming}</Badge>
        {lifecycle ? <Badge tone="accent">{applied ? lifecycle.done : lifecycle.coming}</Badge> : null}
        <span className="ml-auto font-mono text-xs break-all text-faint">
          {file.recipe ? file.name : null}
        </span>
      </div>
      {file.problems.length > 0 ? (
        <ul className="flex flex-col gap-1 text-xs text-muted">
          {file.problems.map((problem) => (
            <li key={`${problem.path} ${problem.message}`}>
              <span
                className={problem.severity === "error" ? "font-medium text-danger" : "font-medium text-warn"}
              >
                {problem.severity === "error" ? "Error" : "Warning"}
              </span>{" "}
              {problem.path ? <code className="font-mono break-all">{problem.path}</code> : null}{" "}
              {withoutPath(problem)} {problem.fix}
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

/** Some problems begin with their path, which stands before them here. */
function withoutPath({ path, message }: ImportedFile["problems"][number]): string {
  return path && message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message;
}
