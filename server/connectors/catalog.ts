import { emailSend } from "./customerio/actions/email-send";
import { eventTrack } from "./customerio/actions/event-track";
import { personUpsert } from "./customerio/actions/person-upsert";
import { segmentAdd } from "./customerio/actions/segment-add";
import type { Action } from "./define";
import { customerGet } from "./stripe/actions/customer-get";
import { customerUpdate } from "./stripe/actions/customer-update";
import { customerUpsert } from "./stripe/actions/customer-upsert";

const DECLARED = [
  personUpsert,
  eventTrack,
  segmentAdd,
  emailSend,
  customerGet,
  customerUpdate,
  customerUpsert,
];

/** Every action. A caller pairs it with a client of its `app`; the list itself cannot say so. */
export const ACTIONS = DECLARED as unknown as readonly Action[];

const BY_ID = new Map<string, Action>(ACTIONS.map((action) => [action.id, action]));

export function getAction(id: string): Action | undefined {
  return BY_ID.get(id);
}
