import { currentUser } from "~/server/auth/session";
import type { caller } from "./caller";

/** The team, and whether the signed-in person may change things. */
export async function teamOf(api: Awaited<ReturnType<typeof caller>>, workspace: string) {
  const [members, user] = await Promise.all([api.workspace.members({ workspace }), currentUser()]);
  const role = members.find(({ id }) => id === user?.id)?.role ?? "viewer";
  return { members, canAct: role !== "viewer" };
}
