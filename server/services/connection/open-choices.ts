import type { Choice } from "~/server/connectors/choices/choice";
import { choiceSource, listChoices } from "~/server/connectors/choices/choices";
import { toConnectorError } from "~/server/connectors/errors";
import type { ChoiceKind } from "~/server/connectors/fields";
import { AppError } from "~/server/errors";
import type { ServiceContext } from "~/server/services/context";
import { cachedList } from "./choice-cache";
import { choiceError } from "./choice-error";
import type { ChoiceList } from "./choice-list";
import { getConnectionRow } from "./internal";
import { openFresh } from "./oauth/fresh";
import { openClient } from "./open-client";

interface OpenChoices {
  list: ChoiceList;
  /** Asks for one by id; undefined where the vendor's list is all there is. */
  find?: (id: string) => Promise<Choice | null>;
}

const APP_NAMES = { stripe: "Stripe", customerio: "Customer.io", http: "another web API" } as const;

/** A list of the connected account, as far as it is known. Keys are decrypted only when the vendor is asked. */
export async function openChoices(
  ctx: ServiceContext,
  { id, kind, refresh = false }: { id: string; kind: ChoiceKind; refresh?: boolean | undefined },
): Promise<OpenChoices> {
  const row = await getConnectionRow(ctx, id);
  const { app, noun, find } = choiceSource(kind);
  if (app !== row.app) {
    const text = `kind: "${kind}" is of ${APP_NAMES[app]}, but this connection is an account of ${APP_NAMES[row.app]}.`;
    throw new AppError("invalid_input", text);
  }
  const failed = (error: unknown) => choiceError(error, { name: row.name, app, what: noun[1] });
  const client = async () => openClient(await openFresh(row));
  const list = cachedList(`${ctx.workspaceId} ${row.id} ${kind}`, {
    stamp: row.updatedAt.getTime(),
    refresh,
    read: async (cursor) => {
      try {
        return await listChoices(kind, await client(), { cursor });
      } catch (error) {
        throw failed(error);
      }
    },
  });
  if (!find) return { list };
  const ask = find as (client: unknown, id: string) => Promise<Choice>;
  return {
    list,
    find: async (thing) =>
      ask(await client(), thing).catch((error: unknown) => {
        if (toConnectorError(error).status === 404) return null;
        throw failed(error);
      }),
  };
}
