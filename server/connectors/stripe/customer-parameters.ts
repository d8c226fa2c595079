import type Stripe from "stripe";
import { present } from "../fields";

interface CustomerFields {
  email?: string | undefined;
  name?: string | undefined;
  phone?: string | undefined;
  description?: string | undefined;
  metadata?: Record<string, string> | undefined;
  address?: { [Part in keyof Stripe.AddressParam]?: string | undefined } | undefined;
}

/** The given fields as Stripe's SDK takes them: what was left out is not sent. */
export function customerParameters({ address, ...fields }: CustomerFields): Stripe.CustomerUpdateParams {
  return { ...present(fields), ...(address ? { address: present(address) } : {}) };
}
