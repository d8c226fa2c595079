import type { Action, Clients } from "~/server/connectors/define";
import { actionsOf, type Finding, probe, type Works } from "./finding";

interface Keys {
  hasSigningKey: boolean;
}

const needs =
  (...buckets: Action["bucket"][]) =>
  ({ bucket }: Action) =>
    buckets.includes(bucket);

/** Tries each of the account's keys with a question that changes nothing. Throws nothing. */
export async function diagnoseCustomerio(
  { track, app, pipelines }: Clients["customerio"],
  { hasSigningKey }: Keys,
): Promise<Finding[]> {
  const unset: Works = "unset";
  const [tracks, reads, sends] = await Promise.all([
    probe(() => track.getAccountRegion()),
    app ? probe(() => app.listSegments()) : unset,
    app ? probe(() => app.listTransactionalMessages()) : unset,
  ]);
  const part = (
    title: string,
    works: Works,
    remedy: string,
    isMeant: (action: Action) => boolean,
  ): Finding => ({
    title,
    read: null,
    write: works,
    remedy: works === "no" || works === "unset" ? remedy : null,
    actions: actionsOf(isMeant, () => works),
  });
  return [
    part(
      "Site ID and Track API key",
      tracks,
      "Copy both again from Settings → API credentials in Customer.io.",
      needs("customerio.track"),
    ),
    part(
      "App API key: people, segments, broadcasts",
      reads,
      "Make an App API key in Settings → API credentials in Customer.io and enter it under “Change the keys”.",
      needs("customerio.app", "customerio.broadcast"),
    ),
    part(
      "App API key: transactional messages",
      sends,
      "Enter an App API key that may send transactional messages under “Change the keys”.",
      needs("customerio.transactional"),
    ),
    part(
      "Pipelines API key",
      pipelines ? "unknown" : unset,
      "Only if your data goes through Data Pipelines: enter the key under “Change the keys”.",
      needs("customerio.pipelines"),
    ),
    part(
      "Webhook signing key",
      hasSigningKey ? "unknown" : unset,
      "Only to start recipes from reports: enter the signing key under “Change the keys”.",
      () => false,
    ),
  ];
}
