import { Hono } from "hono";
import { withinLimit } from "~/server/within-limit";
import { customerioAppApi } from "./customerio/app-api";
import { customerioPipelinesApi } from "./customerio/pipelines-api";
import { customerioTrackApi } from "./customerio/track-api";
import { stripeApp } from "./stripe/app";
import { oauthApp } from "./stripe/oauth";

const MAX_BODY_BYTES = 1024 * 1024;

function build(): Hono {
  const app = new Hono();
  app.route("/v1", stripeApp());
  app.route("/sandbox/oauth", oauthApp());
  app.route("/sandbox/customerio/track", customerioTrackApi());
  app.route("/sandbox/customerio/app", customerioAppApi());
  app.route("/sandbox/customerio/cdp", customerioPipelinesApi());
  return app;
}

let app: Hono | undefined;

/**
 * Answers for the simulated vendors: Stripe at `/v1/*` and its OAuth server at `/sandbox/oauth/*`, Customer.io Track at `/sandbox/customerio/track/api/v1|v2/*`,
 * its App API at `/sandbox/customerio/app/v1/*`, Pipelines at `/sandbox/customerio/cdp/v1/*`. The key in the request decides the account.
 */
export async function sandboxFetch(request: Request): Promise<Response> {
  app ??= build();
  const bounded = await withinLimit(request, MAX_BODY_BYTES);
  if (bounded) return app.fetch(bounded);
  return Response.json({ error: { message: "The request is larger than 1 MB." } }, { status: 413 });
}
