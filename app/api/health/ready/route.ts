import { readiness } from "~/server/services/health/ready";

export const dynamic = "force-dynamic";

export async function GET() {
  const parts = await readiness();
  const ready = parts.database && parts.migrations && parts.worker;
  return Response.json({ status: ready ? "ok" : "unavailable", ...parts }, { status: ready ? 200 : 503 });
}
