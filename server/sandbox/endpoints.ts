import { env } from "~/server/env";

/** What the SDKs call for a sandbox connection: this install itself, whatever port it has today. */
export function sandboxEndpoints() {
  return {
    stripe: { api: env.internalUrl },
    customerio: {
      track: `${env.internalUrl}/sandbox/customerio/track/api/v1`,
      app: `${env.internalUrl}/sandbox/customerio/app/v1`,
      cdp: `${env.internalUrl}/sandbox/customerio/cdp/v1`,
    },
  };
}
