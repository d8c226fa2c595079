import { channelRouter } from "./routers/channel";
import { connectionRouter } from "./routers/connection";
import { draftRouter } from "./routers/draft";
import { eventRouter } from "./routers/event";
import { failureRouter } from "./routers/failure";
import { mailRouter } from "./routers/mail";
import { notificationRouter } from "./routers/notification";
import { operationRouter } from "./routers/operation";
import { operatorRouter } from "./routers/operator";
import { queueRouter } from "./routers/queue";
import { recipeRouter } from "./routers/recipe";
import { recipeFileRouter } from "./routers/recipe-file";
import { runRouter } from "./routers/run";
import { sandboxRouter } from "./routers/sandbox";
import { tokenRouter } from "./routers/token";
import { userRouter } from "./routers/user";
import { workspaceRouter } from "./routers/workspace";
import { createCallerFactory, router } from "./trpc";

export const appRouter = router({
  channel: channelRouter,
  connection: connectionRouter,
  draft: draftRouter,
  event: eventRouter,
  failure: failureRouter,
  mail: mailRouter,
  operation: operationRouter,
  notification: notificationRouter,
  operator: operatorRouter,
  queue: queueRouter,
  recipe: recipeRouter,
  recipeFile: recipeFileRouter,
  run: runRouter,
  sandbox: sandboxRouter,
  token: tokenRouter,
  user: userRouter,
  workspace: workspaceRouter,
});
export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
