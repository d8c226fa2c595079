import { POLICY } from "~/server/engine/limits";
import type { Workspace } from "~/server/generated/prisma/client";
import type { WorkspaceView } from "./schemas";

/** A workspace as everybody in it may see it. */
export function workspaceView(row: Workspace): WorkspaceView {
  const { id, slug, name, pausedAt, pausedBy, resumedAt, resumedBy, concurrency, retentionDays } = row;
  return {
    id,
    slug,
    name,
    pausedAt: pausedAt?.toISOString() ?? null,
    pausedBy,
    resumedAt: resumedAt?.toISOString() ?? null,
    resumedBy,
    concurrency,
    mostAtOnce: POLICY.workspaceConcurrency,
    retentionDays,
  };
}
