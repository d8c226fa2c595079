import { expect, test } from "vitest";
import { POST } from "~/app/api/trpc/[trpc]/route";
import { withinLimit } from "~/server/within-limit";

const url = "http://localhost/api/trpc/recipeFile.import";
const chunked = (bytes: number) => {
  const body = new ReadableStream({
    start(controller) {
      for (let left = bytes; left > 0; left -= 1024) controller.enqueue(new Uint8Array(Math.min(left, 1024)));
      controller.close();
    },
  });
  return new Request(url, { method: "POST", body, duplex: "half" } as RequestInit);
};

test("a body of unknown length is read up to the limit", async () => {
  expect((await (await withinLimit(chunked(4_096), 4_096))?.arrayBuffer())?.byteLength).toBe(4_096);
  expect(await withinLimit(chunked(4_097), 4_096)).toBeNull();
});

test("the pages' API refuses what is too large before it reads it", async () => {
  const headers = { "content-length": String(9 * 1024 * 1024) };
  expect((await POST(new Request(url, { method: "POST", headers, body: "{}" }))).status).toBe(413);
  expect((await POST(chunked(9 * 1024 * 1024))).status).toBe(413);
});
