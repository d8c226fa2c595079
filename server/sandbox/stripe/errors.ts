type ErrorType = "invalid_request_error" | "idempotency_error" | "api_error" | "card_error";

/** An answer as Stripe refuses: `{error: {type, code?, message, param?}}`. https://docs.stripe.com/api/errors */
export class StripeRefusal extends Error {
  override readonly name = "StripeRefusal";
  constructor(
    readonly status: 400 | 401 | 402 | 404 | 409 | 413 | 500,
    readonly type: ErrorType,
    message: string,
    readonly facts: { code?: string; param?: string } = {},
  ) {
    super(message);
  }

  body(): object {
    const code = this.facts.code;
    const doc = code ? { doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll("_", "-")}` } : {};
    return { error: { ...this.facts, ...doc, message: this.message, type: this.type } };
  }
}

export function resourceMissing(noun: string, id: string, param = "id"): StripeRefusal {
  return new StripeRefusal(404, "invalid_request_error", `No such ${noun}: '${id}'`, {
    code: "resource_missing",
    param,
  });
}

export function invalidParameter(message: string, param: string, code = "parameter_invalid"): StripeRefusal {
  return new StripeRefusal(400, "invalid_request_error", message, { code, param });
}
