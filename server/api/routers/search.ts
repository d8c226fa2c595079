import { router, workspaceProcedure } from "~/server/api/trpc";
import { searchAll } from "~/server/services/search/all";
import { SearchInput } from "~/server/services/search/schemas";

export const searchRouter = router({
  all: workspaceProcedure("viewer")
    .input(SearchInput)
    .query(({ ctx, input }) => searchAll(ctx.service, input)),
});
