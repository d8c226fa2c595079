import type { APIClient, PipelinesClient } from "customerio-node";
import type { Clients } from "~/server/connectors/define";
import { AppError } from "~/server/errors";

type Client = Clients["customerio"];

const missing = (key: string) =>
  new AppError(
    "invalid_input",
    `This Customer.io connection has no ${key}, which this step needs. Add one on the connections page.`,
  );

/** The App API's client. Throws `invalid_input` when the connection has no App API key. */
export function appOf({ app }: Client): APIClient {
  if (!app) throw missing("App API key");
  return app;
}

/** The Pipelines API's client. Throws `invalid_input` when the connection has no Pipelines key. */
export function pipelinesOf({ pipelines }: Client): PipelinesClient {
  if (!pipelines) throw missing("Pipelines API key");
  return pipelines;
}
