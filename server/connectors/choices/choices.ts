import type { Clients, ConnectedApp } from "~/server/connectors/define";
import type { ChoiceKind } from "~/server/connectors/fields";
import type { ChoicePage, ChoiceSource } from "./choice";
import { CUSTOMERIO_CHOICES } from "./customerio";
import { STRIPE_CHOICES } from "./stripe";

/** Any source: which app it belongs to is checked by whoever brings the client. */
export type AnyChoiceSource = ChoiceSource<ConnectedApp>;

const SOURCES = { ...STRIPE_CHOICES, ...CUSTOMERIO_CHOICES } satisfies Record<
  ChoiceKind,
  ChoiceSource<"stripe"> | ChoiceSource<"customerio">
>;

export const CHOICE_KINDS = Object.keys(SOURCES) as [ChoiceKind, ...ChoiceKind[]];

/** Where the choices of a kind come from. The table has lost the pairing of app and client. */
export function choiceSource(kind: ChoiceKind): AnyChoiceSource {
  return SOURCES[kind] as unknown as AnyChoiceSource;
}

/** One page of what a field of this kind can name, as the vendor gives it. Throws what the SDK throws. */
export function listChoices(
  kind: ChoiceKind,
  client: Clients[ConnectedApp],
  { cursor }: { cursor?: string | undefined } = {},
): Promise<ChoicePage> {
  const list = choiceSource(kind).list as (client: unknown, cursor?: string) => Promise<ChoicePage>;
  return list(client, cursor);
}
