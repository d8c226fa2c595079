import { getQueue } from "~/server/services/queue/get";
import { QueueView } from "~/server/services/queue/schemas";
import { getWorkspace } from "~/server/services/workspace/get";
import { pauseAll } from "~/server/services/workspace/pause-all";
import { resumeAll } from "~/server/services/workspace/resume-all";
import { UpdateWorkspaceInput, WorkspaceView } from "~/server/services/workspace/schemas";
import { storedIn } from "~/server/services/workspace/stored";
import { StoredView } from "~/server/services/workspace/stored-schemas";
import { updateWorkspace } from "~/server/services/workspace/update";
import { type Endpoint, endpoint } from "./endpoint";

/** The workspace itself: its switch, its settings, and what waits in it. */
export const workspaceEndpoints: readonly Endpoint[] = [
  endpoint({
    method: "get",
    path: "/workspace",
    tag: "Workspace",
    summary: "Read the workspace, whether it is paused, and its settings",
    answer: WorkspaceView,
    run: (ctx) => getWorkspace(ctx),
  }),
  endpoint({
    method: "patch",
    path: "/workspace",
    tag: "Workspace",
    summary: "Change how much may run at once, and for how long things are kept",
    description:
      "Owners only. A shorter `retentionDays` forgets what is older, for good; the counts are kept.",
    body: UpdateWorkspaceInput,
    answer: WorkspaceView,
    failures: ["forbidden"],
    run: (ctx, { body }) => updateWorkspace(ctx, body),
  }),
  endpoint({
    method: "post",
    path: "/workspace/pause",
    tag: "Workspace",
    summary: "Pause everything",
    description:
      "Events are stored and held, waiting runs are held, and runs under way stop before their next call, within a second. Tests still run. A paused workspace stays as it is.",
    answer: WorkspaceView,
    failures: ["forbidden"],
    run: (ctx) => pauseAll(ctx),
  }),
  endpoint({
    method: "post",
    path: "/workspace/resume",
    tag: "Workspace",
    summary: "Let everything go on that a pause has held",
    description: "Each run goes on once, and none before its time. What a connection holds stays held.",
    answer: WorkspaceView,
    failures: ["forbidden"],
    run: (ctx) => resumeAll(ctx),
  }),
  endpoint({
    method: "get",
    path: "/workspace/stored",
    tag: "Workspace",
    summary: "How much is kept, and how much was forgotten",
    answer: StoredView,
    run: (ctx) => storedIn(ctx),
  }),
  endpoint({
    method: "get",
    path: "/queue",
    tag: "Workspace",
    summary: "What waits, for what, and how long it will take",
    answer: QueueView,
    run: (ctx) => getQueue(ctx),
  }),
];
