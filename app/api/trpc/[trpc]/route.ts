import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { appRouter } from "~/server/api/root";
import { clientAddress } from "~/server/auth/client-address";
import { currentUser } from "~/server/auth/session";

const handler = (req: Request) =>
  fetchRequestHandler({
    endpoint: "/api/trpc",
    req,
    router: appRouter,
    createContext: async () => ({ user: await currentUser(), address: clientAddress(req.headers) }),
  });

export { handler as GET, handler as POST };
