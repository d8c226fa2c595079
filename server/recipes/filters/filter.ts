/** One filter of the template language, with what its docs and tests need. */
export interface Filter {
  name: string;
  /** One sentence, without the name. */
  summary: string;
  /** A whole template over the values of `EXAMPLE_SCOPE`, and what it yields. */
  example: { template: string; yields: unknown };
  /** Without parameters it gets the run's `now`, so that a run that is repeated says the same. */
  usesNow?: true;
  /** What cannot be converted becomes undefined, "missing", instead of a wrong text. */
  apply(value: unknown, ...parameters: unknown[]): unknown;
}

/** What the examples look at. */
export const EXAMPLE_SCOPE = {
  trigger: {
    amount: 4900,
    currency: "usd",
    created: 1_790_000_000,
    ends_at: "2026-09-24T14:13:20Z",
    phone: "(201) 555-0123",
    country: "US",
    status: "past_due",
    tags: "vip, newsletter; trial",
    email: " Ada@Example.com ",
    count: "12",
  },
  steps: {},
  now: "2026-09-21T14:13:20.000Z",
};
