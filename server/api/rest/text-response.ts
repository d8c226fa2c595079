import type { TextAnswer } from "./endpoint";

/** A file as a response; one that is read little by little is sent at the pace at which it is taken. */
export function fileOf({ type, fileName, text }: TextAnswer): Response {
  const headers = {
    "content-type": `${type}; charset=utf-8`,
    "content-disposition": `attachment; filename="${fileName}"`,
  };
  return new Response(typeof text === "string" ? text : asStream(text), { headers });
}

function asStream(texts: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const parts = texts[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await parts.return?.();
    },
  });
}
