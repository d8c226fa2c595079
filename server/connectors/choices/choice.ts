import type { Clients, ConnectedApp } from "~/server/connectors/define";

/** One thing of the account that a field can name. */
export interface Choice {
  id: string;
  /** What a marketer knows it by: "Pro: $49.00 a month". */
  label: string;
  /** What tells it from others of the same name. */
  hint?: string;
}

export interface ChoicePage {
  items: Choice[];
  /** Where the next page starts; null after the last. */
  nextCursor: string | null;
}

/** Where the choices of one kind come from. */
export interface ChoiceSource<App extends ConnectedApp> {
  app: App;
  /** "price", "prices": for messages. */
  noun: readonly [one: string, many: string];
  /** One page as the vendor gives it. Throws what the SDK throws. */
  list(client: Clients[App], cursor?: string): Promise<ChoicePage>;
  /** Reads one by its id, also one that lists leave out. Without it the list is searched. */
  find?(client: Clients[App], id: string): Promise<Choice>;
}

/** A choice without the keys that are empty. */
export function choice(id: string, label: string, ...hints: (string | null | undefined | false)[]): Choice {
  const hint = hints.filter(Boolean).join(" · ");
  return hint ? { id, label, hint } : { id, label };
}
