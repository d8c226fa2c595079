import { z } from "zod";
import { newId } from "~/server/sandbox/ids";
import { siteIdMatches } from "~/server/sandbox/keys";
import { CustomerioRefusal, trackInvalid } from "./errors";
import { readEvent, recordEvent } from "./events";
import { mergePeople, submitForm, suppress } from "./extras";
import { type CustomerioContext, type CustomerioHono, customerioDoor, exclusively, jsonBody } from "./http";
import { runOperation } from "./operations";
import { deletePerson, identify, readIdentifier } from "./people";
import { changeMembers } from "./segments";

/** Basic `siteId:trackKey`, both of the same account. */
function trackKey(authorization: string): string | null {
  const encoded = /^Basic (\S+)$/i.exec(authorization)?.[1];
  const [siteId = "", key = ""] = Buffer.from(encoded ?? "", "base64")
    .toString("utf8")
    .split(":");
  return siteIdMatches(siteId, key) ? key : null;
}

const Attributes = z.record(z.string(), z.unknown());

function identifierIn(c: CustomerioContext) {
  return readIdentifier(c.req.param("identifier") ?? "");
}

async function putCustomer(c: CustomerioContext): Promise<Response> {
  const attributes = Attributes.safeParse((await jsonBody(c)) ?? {});
  if (!attributes.success) throw trackInvalid("the body must be an object of attributes");
  await exclusively(c, (store) => identify(store, identifierIn(c), attributes.data));
  return c.json({});
}

async function postEvent(c: CustomerioContext, anonymous: boolean): Promise<Response> {
  const event = readEvent(await jsonBody(c));
  await exclusively(c, (store) => recordEvent(store, anonymous ? null : identifierIn(c), event));
  return c.json({});
}

async function postMembers(c: CustomerioContext, change: "add" | "remove"): Promise<Response> {
  const body = await jsonBody(c);
  await exclusively(c, (store) =>
    changeMembers(store, change, c.req.param("segment") ?? "", c.req.query("id_type"), body),
  );
  return c.json({});
}

async function postEntity(c: CustomerioContext): Promise<Response> {
  const body = await jsonBody(c);
  const error = await exclusively(c, (store) => runOperation(store, body));
  return error ? c.json({ errors: [error] }, 400) : c.json({});
}

async function postBatch(c: CustomerioContext): Promise<Response> {
  const parsed = z.object({ batch: z.array(z.unknown()).min(1) }).safeParse(await jsonBody(c));
  if (!parsed.success) {
    throw new CustomerioRefusal(400, {
      errors: [{ reason: "required", field: "batch", message: "batch must be a list of operations" }],
    });
  }
  const errors = await exclusively(c, async (store) => {
    const found: object[] = [];
    for (const [batch_index, operation] of parsed.data.batch.entries()) {
      const error = await runOperation(store, operation);
      if (error) found.push({ batch_index, ...error });
    }
    return found;
  });
  return errors.length > 0 ? c.json({ errors }, 207) : c.json({});
}

/** The simulated Track API, below its version roots `/api/v1` and `/api/v2`. https://docs.customer.io/api/track/ */
export function customerioTrackApi(): CustomerioHono {
  const app = customerioDoor(trackKey);
  app.get("/api/v1/accounts/region", (c) =>
    c.json({ url: "https://track.customer.io", data_center: "us", region: "us", environment_id: 1 }),
  );
  app.put("/api/v1/customers/:identifier", putCustomer);
  app.delete("/api/v1/customers/:identifier", async (c) => {
    await exclusively(c, (store) => deletePerson(store, identifierIn(c)));
    return c.json({});
  });
  for (const verb of ["suppress", "unsuppress"] as const)
    app.post(`/api/v1/customers/:identifier/${verb}`, async (c) => {
      await exclusively(c, (store) => suppress(store, identifierIn(c), verb === "suppress"));
      return c.json({});
    });
  app.put("/api/v1/customers/:identifier/devices", async (c) => {
    const body = await jsonBody(c);
    await exclusively(c, (store) => store.put("device", newId("", 12), { person: identifierIn(c), body }));
    return c.json({});
  });
  app.delete("/api/v1/customers/:identifier/devices/:device", (c) => c.json({}));
  app.post("/api/v1/merge_customers", async (c) => {
    const body = await jsonBody(c);
    await exclusively(c, (store) => mergePeople(store, body));
    return c.json({});
  });
  app.post("/api/v1/forms/:form/submit", async (c) => {
    const body = await jsonBody(c);
    await exclusively(c, (store) => submitForm(store, c.req.param("form"), body));
    return c.json({});
  });
  app.post("/api/v1/customers/:identifier/events", (c) => postEvent(c, false));
  app.post("/api/v1/events", (c) => postEvent(c, true));
  app.post("/api/v1/segments/:segment/add_customers", (c) => postMembers(c, "add"));
  app.post("/api/v1/segments/:segment/remove_customers", (c) => postMembers(c, "remove"));
  app.post("/api/v2/entity", postEntity);
  app.post("/api/v2/batch", postBatch);
  app.all("*", (c) =>
    c.json({ meta: { error: `The Billhook sandbox does not offer ${c.req.method} ${c.req.path}` } }, 404),
  );
  return app;
}
