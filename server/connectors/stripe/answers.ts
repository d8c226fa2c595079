import Stripe from "stripe";

/**
 * An object of Stripe's at the boundary: what may be expanded counts as its id, since it is one unless a step asked
 * for more.
 */
type Plain<T> = {
  [Key in keyof T as T[Key] extends void ? never : Key]: string extends T[Key]
    ? Exclude<T[Key], object>
    : T[Key];
};

/** An answer of the SDK as plain data, as it travelled; secrets that a browser pays with are left out. */
export function plain<T extends object>(answer: T): Plain<T> {
  const text = JSON.stringify(answer, (key, value) => (key === "client_secret" ? undefined : value));
  return JSON.parse(text) as Plain<T>;
}

interface Page<T> {
  data: T[];
  has_more: boolean;
  next_page?: string | null;
}

/** One page of a list or of a search, as plain data. */
export function plainPage<T extends object>({ data, has_more, next_page }: Page<T>) {
  return { data: data.map(plain), has_more, ...(next_page === undefined ? {} : { next_page }) };
}

/** One thing that was asked for by its id, as if it had been found in a list. */
export function pageWith<T extends object>(one: T) {
  return plainPage({ data: [one], has_more: false });
}

/** Decides by Stripe's status and code, never by its words. */
export function isStripeError(error: unknown, fact: { status?: number; code?: string }): boolean {
  if (!(error instanceof Stripe.errors.StripeError)) return false;
  return (
    (fact.status === undefined || error.statusCode === fact.status) &&
    (fact.code === undefined || error.code === fact.code)
  );
}

/** For a dry run: what reading answers, and what writing answers. */
export const dryRunAnswers =
  (read: object, written: object) =>
  ({ method }: { method: string }) =>
    method === "GET" ? read : written;

/** What a list answers in a dry run, so that the write that follows is shown. */
export const NOTHING_FOUND = { object: "list", data: [], has_more: false, url: "/v1" };

/** For a dry run of an action that gets one thing by its id or finds several. */
export const dryRunFind =
  (one: object) =>
  ({ url }: { url: string }) =>
    /^\/v1\/\w+\/(?!search$)/.test(new URL(url).pathname) ? one : { ...NOTHING_FOUND, data: [one] };
