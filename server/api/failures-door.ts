import { z } from "zod";
import { contextFor, currentUser } from "~/server/auth/session";
import { httpStatus, toPublicError } from "~/server/errors";
import { log } from "~/server/log";
import { exportFailures } from "~/server/services/failure/export";
import { ExportFailuresInput } from "~/server/services/failure/export-schemas";
import { known } from "./rest/read-input";
import { fileOf } from "./rest/text-response";

/** A form sends the days that a person chose; both are meant whole, and in UTC. */
const Form = z.object({
  format: z.string().optional(),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  recipe: z.uuid().optional().catch(undefined),
});
const DAY_MS = 86_400_000;

/** `GET /w/{workspace}/settings/notifications/export`: the failures as a file, for members only. */
export async function downloadFailures(
  request: Request,
  { params }: { params: Promise<{ workspace: string }> },
): Promise<Response> {
  const { workspace } = await params;
  const user = await currentUser();
  const path = `/w/${workspace}/settings/notifications`;
  if (!user)
    return new Response(null, {
      status: 303,
      headers: { location: `/sign-in?callbackUrl=${encodeURIComponent(path)}` },
    });
  const ctx = await contextFor(user, workspace);
  if (!ctx) return new Response("There is no such workspace.", { status: 404 });
  try {
    const { format, from, to, recipe } = Form.parse(Object.fromEntries(new URL(request.url).searchParams));
    const input = ExportFailuresInput.parse({
      format,
      ...(from ? { since: `${from}T00:00:00Z` } : {}),
      ...(to ? { until: new Date(Date.parse(`${to}T00:00:00Z`) + DAY_MS).toISOString() } : {}),
      ...(recipe ? { recipeId: recipe } : {}),
    });
    const response = fileOf(exportFailures(ctx, input));
    response.headers.set("cache-control", "no-store");
    return response;
  } catch (error) {
    const failure = toPublicError(known(error));
    if (failure.code === "internal") log.error({ err: error }, "export of failures failed");
    return new Response(failure.message, { status: httpStatus(failure.code) });
  }
}
