import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { toConnectorError } from "~/server/connectors/errors";
import { withoutAddress } from "~/server/notify/hide";
import { fitText, fitTitle } from "~/server/notify/message";
import { postJson } from "~/server/notify/post";
import { signedHeaders } from "~/server/notify/sign";
import { channelLabel } from "~/server/services/channel/label";

describe("a title", () => {
  test.each([
    ["a\r\nBcc: b", "a Bcc: b"],
    ["a\u2028b\u0085c\td", "a b c d"],
    ["\u0000", ""],
    ["\ud800x", "\ufffdx"],
    ["x".repeat(201), `${"x".repeat(199)}…`],
    ["x".repeat(200), "x".repeat(200)],
  ])("%j becomes %j", (given, fitted) => expect(fitTitle(given)).toBe(fitted));
});

describe("a text", () => {
  test("keeps its lines and loses what no text needs", () => {
    expect(fitText(" a\r\n\tb\u0000\u0007\n")).toBe("a\n\tb");
  });

  test("is never cut through the middle of a character", () => {
    const cut = fitText(`${"x".repeat(9_998)}😀😀`);
    expect(cut).toBe(`${"x".repeat(9_998)}…`);
    expect(cut.isWellFormed()).toBe(true);
  });
});

test("a signature is Standard Webhooks' own", () => {
  const secret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
  const headers = signedHeaders(secret, { id: "msg_1", timestamp: 1_614_265_330, body: '{"test": 1}' });
  const key = Buffer.from("C2FVsBQIhrscChlQIMV+b5sSYspob7oD", "base64");
  const expected = createHmac("sha256", key).update('msg_1.1614265330.{"test": 1}').digest("base64");
  expect(headers).toEqual({
    "webhook-id": "msg_1",
    "webhook-timestamp": "1614265330",
    "webhook-signature": `v1,${expected}`,
  });
});

test.each([
  "https://x.test/hooks/secret-path",
  "https://x.test/a?token=secret%2Dpath",
  "https://x.test/secret-path",
])("nothing of %s but its host stays in the log", (address) => {
  const { pathname, search } = new URL(address);
  const said = `Cannot POST ${pathname}${search} (secret-path) at ${address}`;
  const response = { status: 404, headers: { location: address }, body: { errors: [said] } };
  const captured = {
    method: "POST",
    url: address,
    headers: {},
    body: null,
    response,
    durationMs: 1,
    dryRun: false,
  };
  const hidden = withoutAddress(captured, address);
  expect(JSON.stringify(hidden)).not.toMatch(/secret(-|%2D)path/);
  expect(hidden.url).toBe("https://x.test/…");
});

test.each([
  "http://127.0.0.1:4999/x",
  "http://10.0.0.1/x",
  "http://169.254.169.254/x",
  "http://localhost:4999/x",
])("%s is not called where this machine's network is out of bounds", async (address) => {
  const seen: unknown[] = [];
  const sending = { dryRun: false, onRequest: (captured: unknown) => void seen.push(captured) };
  const error = await postJson(address, { body: "{}" }, sending).catch((thrown: unknown) => thrown);
  expect(toConnectorError(error)).toMatchObject({ kind: "refused", requestMayHaveArrived: false });
  expect(seen).toMatchObject([{ response: null }]);
});

test("labels tell nothing that lets anybody send", () => {
  expect(channelLabel({ kind: "email", to: ["a@x.test"] })).toBe("a@x.test");
  expect(channelLabel({ kind: "email", to: ["a@x.test", "b@x.test"] })).toBe("a@x.test and 1 more");
  expect(channelLabel({ kind: "slack", url: "https://chat.x.test/hooks/abc" })).toBe("chat.x.test/…");
  expect(channelLabel({ kind: "webhook", url: "https://x.test:8443/abc", secret: "whsec_" })).toBe(
    "x.test:8443",
  );
});
