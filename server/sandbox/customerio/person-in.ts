import { appMissing } from "./errors";
import { type CustomerioContext, reader } from "./http";
import type { Person } from "./model";
import { findPerson, type Identifier, readIdentifier } from "./people";

/** The person whom a path names, as its `id_type` says. Refuses an unknown one as Customer.io does. */
export async function personIn(c: CustomerioContext): Promise<Person> {
  const value = c.req.param("id") ?? "";
  const idType = c.req.query("id_type") ?? "id";
  const identifier: Identifier =
    idType === "email" || idType === "cio_id" ? { by: idType, value } : { by: "id", value };
  const person =
    (await findPerson(reader(c), identifier)) ?? (await findPerson(reader(c), readIdentifier(value)));
  if (!person) throw appMissing("customer");
  return person;
}
