/** More than any draft needs; a model that does not end is cut off. */
const MOST_BYTES = 500_000;

/**
 * A request to the address that the operator set. It is trusted, what it points to is not: redirects fail, so that the key
 * goes nowhere else. An answer that is too long fails too.
 */
export async function limitedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const answer = await fetch(input, { ...init, redirect: "error" });
  let taken = 0;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      taken += chunk.byteLength;
      if (taken > MOST_BYTES) controller.error(new Error("The model's answer is too long."));
      else controller.enqueue(chunk);
    },
  });
  const { status, statusText, headers } = answer;
  return new Response(answer.body?.pipeThrough(limit) ?? null, { status, statusText, headers });
}
