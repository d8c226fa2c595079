const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,200}$/;

/** What the connection itself is made of: whoever sets these could smuggle a second request past the first. */
const OURS = new Set([
  "accept-encoding",
  "connection",
  "content-length",
  "expect",
  "host",
  "http2-settings",
  "keep-alive",
  "proxy-authenticate",
  "proxy-authorization",
  "proxy-connection",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** Why a header cannot be sent, in words that follow its name; null when it can. */
export function headerProblem(name: string, value = ""): string | null {
  if (!TOKEN.test(name)) return "is not the name of a header. Use letters, digits and dashes.";
  if (OURS.has(name.toLowerCase())) return "cannot be set: Billhook sets it itself.";
  if (/[\r\n\0]/.test(value)) return "must not hold a line break.";
  if (!/^[\t\x20-\x7e\x80-\xff]*$/.test(value))
    return "holds a sign that no header can carry. Encode it, for example with url_encode.";
  return null;
}
