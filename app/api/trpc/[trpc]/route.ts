import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { appRouter } from "~/server/api/root";
import { clientAddress } from "~/server/auth/client-address";
import { currentUser } from "~/server/auth/session";
import { withinLimit } from "~/server/within-limit";

/** Room for a whole folder of recipe files, and no more than can be read at once for everybody. */
const MAX_BODY = 8 * 1024 * 1024;

async function handler(given: Request): Promise<Response> {
  const req = await withinLimit(given, MAX_BODY);
  if (!req) return new Response("The request is larger than 8 MB. Send less.", { status: 413 });
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req,
    router: appRouter,
    createContext: async () => ({ user: await currentUser(), address: clientAddress(req.headers) }),
  });
}

export { handler as GET, handler as POST };
