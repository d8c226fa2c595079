/** An answer as Customer.io refuses. */
export class CustomerioRefusal extends Error {
  override readonly name = "CustomerioRefusal";
  constructor(
    readonly status: 400 | 401 | 404 | 413 | 500,
    readonly body: object,
  ) {
    super(`Customer.io sandbox refused with ${status}`);
  }
}

export const unauthorized = () => new CustomerioRefusal(401, { meta: { error: "Unauthorized request" } });

/** Track API, version 1: `{meta: {errors: []}}`. */
export function trackInvalid(...errors: string[]): CustomerioRefusal {
  return new CustomerioRefusal(400, { meta: { errors } });
}

/** App API: `{meta: {error}}`. */
export function appInvalid(error: string): CustomerioRefusal {
  return new CustomerioRefusal(400, { meta: { error } });
}

/** App API for a missing person or object: `{errors: [{detail, status}]}`. */
export function appMissing(noun: string): CustomerioRefusal {
  return new CustomerioRefusal(404, { errors: [{ detail: `${noun} not found`, status: "404" }] });
}
