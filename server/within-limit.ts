/** The request with at most so many bytes of body; null when it has more. Hono's own limit fails on a body of unknown length. */
export async function withinLimit(request: Request, most: number): Promise<Request | null> {
  const { method, headers, url, body } = request;
  const declared = headers.get("content-length");
  if (declared !== null) return Number(declared) > most ? null : request;
  if (method === "GET" || method === "HEAD" || !body) return request;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return new Request(url, { method, headers: [...headers], body: Buffer.concat(chunks) });
}
