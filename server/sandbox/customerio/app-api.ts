import { mountExtras } from "./app-reads";
import { LISTINGS } from "./content";
import { appInvalid } from "./errors";
import {
  type CustomerioContext,
  type CustomerioHono,
  customerioDoor,
  exclusively,
  jsonBody,
  reader,
} from "./http";
import { sendEmail } from "./messages";
import type { Person, Segment, SegmentMember } from "./model";
import { findPerson } from "./people";
import { personIn } from "./person-in";
import { sendReports } from "./reporting";

/** Customer.io answers its lists whole. */
const MOST = 10_000;

function appKey(authorization: string): string | null {
  return /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? null;
}

function identifiersOf({ cio_id, id, email }: Person) {
  return { cio_id, id, email };
}

async function byEmail(c: CustomerioContext): Promise<Response> {
  const email = c.req.query("email");
  if (!email) throw appInvalid("email is required");
  const person = await findPerson(reader(c), { by: "email", value: email });
  return c.json({ results: person ? [identifiersOf(person)] : [] });
}

async function attributesOf(c: CustomerioContext): Promise<Response> {
  const person = await personIn(c);
  const { attributes, timestamps } = person;
  const all = {
    ...attributes,
    ...(person.email ? { email: person.email } : {}),
    ...(person.id ? { id: person.id } : {}),
    cio_id: person.cio_id,
  };
  const texts = Object.fromEntries(
    Object.entries(all).map(([name, value]) => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );
  const unsubscribed = attributes.unsubscribed === true;
  return c.json({
    customer: {
      id: person.id ?? "",
      identifiers: identifiersOf(person),
      attributes: texts,
      timestamps,
      unsubscribed,
      devices: [],
    },
  });
}

function segmentView({ id, name, description, type = "manual" }: Segment) {
  return {
    id,
    deduplicate_id: `${id}:1`,
    name,
    description,
    state: "finished",
    progress: null,
    type,
    tags: null,
  };
}

async function listSegments(c: CustomerioContext): Promise<Response> {
  const segments = await reader(c).list<Segment>("segment", { oldestFirst: true, limit: MOST });
  return c.json({ segments: segments.map(segmentView) });
}

async function segmentsOf(c: CustomerioContext): Promise<Response> {
  const person = await personIn(c);
  const members = await reader(c).list<SegmentMember>("member", { where: { person: person.cio_id } });
  const segments = await reader(c).list<Segment>("segment", { oldestFirst: true, limit: MOST });
  return c.json({
    segments: segments
      .filter(({ id }) => members.some((member) => member.segment === String(id)))
      .map(segmentView),
  });
}

/** The simulated App API, below `/v1`. https://docs.customer.io/api/app/ */
export function customerioAppApi(): CustomerioHono {
  const app = customerioDoor(appKey);
  app.get("/v1/segments", listSegments);
  app.get("/v1/customers", byEmail);
  app.get("/v1/customers/:id/attributes", attributesOf);
  app.get("/v1/customers/:id/segments", segmentsOf);
  for (const [path, listing] of Object.entries(LISTINGS))
    app.get(`/v1/${path}`, async (c) => c.json(await listing(reader(c))));
  app.post("/v1/send/email", async (c) => {
    const body = await jsonBody(c);
    const made = await exclusively(c, (store) => sendEmail(store, body));
    void sendReports(c.get("scope"));
    return c.json(made);
  });
  mountExtras(app);
  app.all("*", (c) =>
    c.json({ meta: { error: `The Billhook sandbox does not offer ${c.req.method} ${c.req.path}` } }, 404),
  );
  return app;
}
