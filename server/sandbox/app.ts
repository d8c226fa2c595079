import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { customerioAppApi } from "./customerio/app-api";
import { customerioTrackApi } from "./customerio/track-api";
import { stripeApp } from "./stripe/app";

const MAX_BODY_BYTES = 1024 * 1024;

function build(): Hono {
  const app = new Hono();
  app.use(
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: (c) => c.json({ error: { message: "The request is larger than 1 MB." } }, 413),
    }),
  );
  app.route("/v1", stripeApp());
  app.route("/sandbox/customerio/track", customerioTrackApi());
  app.route("/sandbox/customerio/app", customerioAppApi());
  return app;
}

let app: Hono | undefined;

/**
 * Answers for the simulated vendors: Stripe at `/v1/*`, Customer.io Track at `/sandbox/customerio/track/api/v1|v2/*`,
 * its App API at `/sandbox/customerio/app/v1/*`. The key in the request decides the account.
 */
export async function sandboxFetch(request: Request): Promise<Response> {
  app ??= build();
  return app.fetch(request);
}
