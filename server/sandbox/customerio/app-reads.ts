import * as extras from "./extras";
import type { CustomerioHono } from "./http";
import { exclusively, jsonBody, reader } from "./http";
import { listMessages, messageView } from "./message-list";
import type { Message } from "./model";
import { personIn } from "./person-in";
import * as reporting from "./reporting";

const CAMPAIGN = {
  id: 1,
  deduplicate_id: "1:1",
  name: "Onboarding",
  active: true,
  state: "running",
  tags: [],
};
/** What the simulated App API reads and does beside people and e-mail. https://docs.customer.io/api/app/ */
export function mountExtras(app: CustomerioHono): void {
  app.post("/v1/segments", async (c) => {
    const body = await jsonBody(c);
    const segment = await exclusively(c, (store) => extras.createSegment(store, body));
    return c.json({ segment });
  });
  app.get("/v1/segments/:segment/membership", async (c) =>
    c.json(await extras.membership(reader(c), c.req.param("segment"))),
  );
  app.post("/v1/customers", async (c) => {
    const people = await reader(c).list<{ cio_id: string; id: string; email: string }>("person", {
      limit: 1000,
    });
    const identifiers = people.map(({ cio_id, id, email }) => ({ cio_id, id, email }));
    return c.json({ identifiers, ids: people.map(({ id }) => id), next: "" });
  });
  app.get("/v1/customers/:id/messages", async (c) => {
    const { cio_id } = await personIn(c);
    return c.json(await listMessages(reader(c), { ...c.req.query(), person: cio_id }));
  });
  for (const channel of ["push", "sms", "whatsapp", "in_app", "inbox_message"])
    app.post(`/v1/send/${channel}`, async (c) => {
      const body = await jsonBody(c);
      const made = await exclusively(c, (store) => extras.sendMessage(store, channel, body));
      void reporting.sendReports(c.get("scope"));
      return c.json(made);
    });
  app.post("/v1/campaigns/:id/triggers", async (c) => {
    const body = await jsonBody(c);
    return c.json(await exclusively(c, (store) => extras.triggerBroadcast(store, c.req.param("id"), body)));
  });
  app.get("/v1/campaigns/:id/triggers/:trigger", async (c) =>
    c.json(await extras.triggerStatus(reader(c), c.req.param("id"), c.req.param("trigger"))),
  );
  app.get("/v1/campaigns/:id/triggers/:trigger/errors", (c) => c.json({ errors: [], next: 0 }));
  app.get("/v1/campaigns/:id/metrics", (c) => c.json({ metric: { series: { sent: [0] } } }));
  app.get("/v1/campaigns/:id", (c) => c.json({ campaign: { ...CAMPAIGN, id: Number(c.req.param("id")) } }));
  app.get("/v1/broadcasts/:id/triggers", async (c) =>
    c.json(await extras.listTriggers(reader(c), c.req.param("id"))),
  );
  app.get("/v1/messages", async (c) => c.json(await listMessages(reader(c), c.req.query())));
  app.get("/v1/messages/:id", async (c) => {
    const message = await reader(c).get<Message>("message", c.req.param("id"));
    return message
      ? c.json({ message: messageView(message) })
      : c.json({ meta: { error: "not found" } }, 404);
  });
  app.get("/v1/reporting_webhooks", async (c) =>
    c.json({ reporting_webhooks: await reporting.listWebhooks(reader(c)) }),
  );
  app.post("/v1/reporting_webhooks", async (c) => {
    const body = await jsonBody(c);
    return c.json(await exclusively(c, (store) => reporting.saveWebhook(store, body)));
  });
  app.get("/v1/reporting_webhooks/:id", async (c) =>
    c.json(await reporting.getWebhook(reader(c), c.req.param("id"))),
  );
  app.put("/v1/reporting_webhooks/:id", async (c) => {
    const [id, body] = [c.req.param("id"), await jsonBody(c)];
    const change = async (store: Parameters<typeof reporting.getWebhook>[0]) =>
      reporting.saveWebhook(store, body, await reporting.getWebhook(store, id));
    return c.json(await exclusively(c, change));
  });
  app.delete("/v1/reporting_webhooks/:id", async (c) => {
    await exclusively(c, (store) => store.remove("reporting_webhook", c.req.param("id")));
    return c.body(null, 204);
  });
  app.put("/v1/collections/:id/content", async (c) => {
    const body = await jsonBody(c);
    return c.json(await exclusively(c, (store) => extras.replaceCollection(store, c.req.param("id"), body)));
  });
  app.get("/v1/esp/search_suppression/:email", async (c) => {
    const email = c.req.param("email");
    const suppressions = await reader(c).list("esp_suppression", { where: { email } });
    return c.json({ category: "bounces", suppressions });
  });
  app.post("/v1/esp/suppression/:type/:email", async (c) => {
    const { type, email } = c.req.param();
    await exclusively(c, (store) => store.put("esp_suppression", `${type}:${email}`, { type, email }));
    return c.json({});
  });
  app.delete("/v1/esp/suppression/:type/:email", async (c) => {
    const { type, email } = c.req.param();
    await exclusively(c, (store) => store.remove("esp_suppression", `${type}:${email}`));
    return c.body(null, 204);
  });
}
