import { channelRouter } from "./routers/channel";
import { connectionRouter } from "./routers/connection";
import { eventRouter } from "./routers/event";
import { failureRouter } from "./routers/failure";
import { mailRouter } from "./routers/mail";
import { memberRouter } from "./routers/member";
import { notificationRouter } from "./routers/notification";
import { operationRouter } from "./routers/operation";
import { operatorRouter } from "./routers/operator";
import { overviewRouter } from "./routers/overview";
import { queueRouter } from "./routers/queue";
import { recipeRouter } from "./routers/recipe";
import { recipeFileRouter } from "./routers/recipe-file";
import { runRouter } from "./routers/run";
import { sandboxRouter } from "./routers/sandbox";
import { savedViewRouter } from "./routers/saved-view";
import { searchRouter } from "./routers/search";
import { tokenRouter } from "./routers/token";
import { userRouter } from "./routers/user";
import { workspaceRouter } from "./routers/workspace";
import { createCallerFactory, router } from "./trpc";

export const appRouter = router({
  channel: channelRouter,
  connection: connectionRouter,
  event: eventRouter,
  failure: failureRouter,
  mail: mailRouter,
  member: memberRouter,
  operation: operationRouter,
  notification: notificationRouter,
  operator: operatorRouter,
  overview: overviewRouter,
  queue: queueRouter,
  recipe: recipeRouter,
  recipeFile: recipeFileRouter,
  run: runRouter,
  sandbox: sandboxRouter,
  search: searchRouter,
  savedView: savedViewRouter,
  token: tokenRouter,
  user: userRouter,
  workspace: workspaceRouter,
});
export type AppRouter = typeof appRouter;

export const createCaller = createCallerFactory(appRouter);
