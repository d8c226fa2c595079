import type { FileEnvironment } from "./environment";
import type { ChannelRef, ConnectionRef, RecipeRef } from "./schema";

/** What an alias stands for in a workspace; `note` says why it is not there, or that it goes by another name. */
export interface Found {
  id: string | null;
  note?: string;
  fix?: string;
}

const APPS = { stripe: "Stripe", customerio: "Customer.io", http: "HTTP" } as const;

/** The connection of that name and app; otherwise the app's only one. */
export function findConnection(ref: ConnectionRef, all: FileEnvironment["connections"]): Found {
  const app = APPS[ref.app];
  const ofApp = all.filter((one) => one.app === ref.app);
  const named = ofApp.filter((one) => one.name === ref.name);
  const fitting = named.filter((one) => (one.mode ?? undefined) === ref.mode);
  const [best, ...others] = fitting.length > 0 ? fitting : named;
  if (best && others.length > 0)
    return missing(
      `there are several ${app} connections called “${ref.name}”.`,
      "Give them different names.",
    );
  if (best) return otherMode(ref, best);
  const [only, ...more] = ofApp;
  if (only && more.length === 0) {
    const note = `no ${app} connection is called “${ref.name}”; the only one there is, “${only.name}”, is used.`;
    return { id: only.id, note: note + modeNote(ref, only), fix: "Rename one of them to be sure." };
  }
  const fix = `Connect ${app} under this name, or correct the name in the file.`;
  return missing(`no ${app} connection is called “${ref.name}”.`, fix);
}

type Connection = FileEnvironment["connections"][number];

function otherMode(ref: ConnectionRef, found: Connection): Found {
  const note = modeNote(ref, found).trim();
  return note ? { id: found.id, note, fix: "Check that this is the account you mean." } : { id: found.id };
}

function modeNote({ mode }: ConnectionRef, found: Connection): string {
  return mode && found.mode && mode !== found.mode
    ? ` It is a ${found.mode} account, and the file was written for a ${mode} one.`
    : "";
}

/** The channel of that name and kind; otherwise the only one of the kind. */
export function findChannel(ref: ChannelRef, all: FileEnvironment["channels"]): Found {
  const ofKind = all.filter((one) => one.kind === ref.kind);
  const [named, twin] = ofKind.filter((one) => one.name === ref.name);
  if (named && !twin) return { id: named.id };
  if (named) return missing(`there are several channels called “${ref.name}”.`, "Give them different names.");
  const [only, ...more] = ofKind;
  if (only && more.length === 0) {
    const note = `no ${ref.kind} channel is called “${ref.name}”; the only one there is, “${only.name}”, is used.`;
    return { id: only.id, note, fix: "Rename one of them to be sure." };
  }
  const fix = "Add a channel under this name in the settings, or correct the name in the file.";
  return missing(`no ${ref.kind} channel is called “${ref.name}”.`, fix);
}

/** The recipe with that key, or the only one with that name. */
export function findRecipe(ref: RecipeRef, all: FileEnvironment["recipes"]): Found {
  if ("key" in ref) {
    const found = all.find(({ key }) => key === ref.key);
    const fix = "Import its file together with this one.";
    return found ? { id: found.id } : missing(`no recipe has the key “${ref.key}”.`, fix);
  }
  const [named, twin] = all.filter(({ name }) => name === ref.name);
  if (named && !twin) return { id: named.id };
  return named
    ? missing(`several recipes are called “${ref.name}”.`, "Name it by its key.")
    : missing(`no recipe is called “${ref.name}”.`, "Import its file together with this one.");
}

function missing(note: string, fix: string): Found {
  return { id: null, note, fix };
}
