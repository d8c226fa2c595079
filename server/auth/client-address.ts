/** Set by our own server (cli/web.ts) on every request, whatever the visitor sent under this name. */
export const CLIENT_ADDRESS = "x-billhook-client-address";

/** The visitor's network address; null on hosts that run only Next, where nobody vouches for it. */
export function clientAddress(headers: Headers | Record<string, unknown> | undefined): string | null {
  const value = headers instanceof Headers ? headers.get(CLIENT_ADDRESS) : headers?.[CLIENT_ADDRESS];
  return typeof value === "string" && value ? value : null;
}
