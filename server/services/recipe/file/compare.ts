import type { z } from "zod";
import type { ServiceContext } from "~/server/services/context";
import { planFiles } from "./plan";
import { ImportRecipesInput } from "./schemas";

export interface ComparedFile {
  name: string | null;
  key: string | null;
  /** The recipe as a file, now and after an import; the same when nothing would change. */
  before: string;
  after: string;
  /** Why the file cannot be imported. */
  failures: string[];
}

/** What an import of these files would change in the drafts. Writes nothing. */
export async function compareFiles(
  ctx: ServiceContext,
  input: z.input<typeof ImportRecipesInput>,
): Promise<ComparedFile[]> {
  const plans = await planFiles(ctx, ImportRecipesInput.parse(input));
  return plans.map(({ given, file, before, after, problems }) => ({
    name: given.name ?? null,
    key: file?.key ?? null,
    before,
    after,
    failures: file ? [] : problems.map(({ message }) => message),
  }));
}
