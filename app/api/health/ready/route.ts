import { readiness } from "~/server/services/health/ready";

export const dynamic = "force-dynamic";

export async function GET() {
  const { problem, ...parts } = await readiness();
  const ready = Object.values(parts).every(Boolean);
  const answer = { status: ready ? "ok" : "unavailable", ...parts, ...(problem ? { problem } : {}) };
  return Response.json(answer, { status: ready ? 200 : 503 });
}
