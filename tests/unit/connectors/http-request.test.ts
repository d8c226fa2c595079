import { describe, expect, test } from "vitest";
import { EXAMPLE } from "~/app/(marketing)/docs/http/sections";
import { readAnswer } from "~/server/connectors/http/answer";
import { basic, secretsOf } from "~/server/connectors/http/credential";
import { failureOf } from "~/server/connectors/http/failure";
import { nextHop } from "~/server/connectors/http/redirects";
import { buildRequest } from "~/server/connectors/http/request";
import { shownInput } from "~/server/connectors/http/shown-input";
import { HttpStep } from "~/server/recipes/definition";

const URL_ = "https://api.example.com/things";
const build = (over: object) => buildRequest({ method: "POST", url: URL_, ...over });

test("the docs' example is a step, and a request", () => {
  const step = HttpStep.parse(EXAMPLE);
  expect(buildRequest({ ...step, body: { email: "ada@example.com" } })).toMatchObject({
    method: "POST",
    body: '{"email":"ada@example.com"}',
  });
});

describe("an address", () => {
  test.each([
    [
      { query: { a: 1, b: true, c: null, list: ["x", 2], deep: { z: 1 } } },
      "?a=1&b=true&list=x&list=2&deep=%7B%22z%22%3A1%7D",
    ],
    [{ url: `${URL_}?kept=%20as+is`, query: { a: "ü&=" } }, "?kept=%20as+is&a=%C3%BC%26%3D"],
    [{ url: `${URL_}?a=1#part` }, "?a=1"],
    [{ query: {} }, ""],
  ])("%j", (over, search) => {
    const { url } = build(over);
    expect([url.search, url.hash]).toEqual([search, ""]);
  });

  test.each(["a text", 1, ["a"]])("a query of %j is refused", (query) => {
    expect(() => build({ query })).toThrow("query: must be names with values.");
  });
});

describe("a body", () => {
  test.each([
    ["nothing", {}, null, undefined],
    ["null is nothing", { body: null }, null, undefined],
    ["a number", { body: 5 }, "5", "application/json"],
    ["a text as JSON", { body: "hello" }, '"hello"', "application/json"],
    ["what only begins like JSON", { body: "[draft] hello" }, '"[draft] hello"', "application/json"],
    ["raw JSON", { bodyType: "raw", body: { a: 1 } }, '{"a":1}', "text/plain; charset=utf-8"],
    [
      "a form",
      { bodyType: "form", body: { "a&b": "ü" } },
      "a%26b=%C3%BC",
      "application/x-www-form-urlencoded",
    ],
  ])("%s", (_what, over, body, type) => {
    const request = build(over);
    expect([request.body, request.headers["content-type"]]).toEqual([body, type]);
  });
});

describe("headers", () => {
  test("are lower-cased texts; nothing is left out, lists are joined", () => {
    const { headers } = build({
      headers: { "X-N": 5, "x-list": ["a", "b"], "X-No": null, Accept: "text/csv" },
    });
    expect(headers).toEqual({ accept: "text/csv", "user-agent": "Billhook", "x-n": "5", "x-list": "a, b" });
  });

  test.each([
    "Connection",
    "content-length",
    "HOST",
    "Te",
    "trailer",
    "Upgrade",
    "proxy-authorization",
    "Expect",
    "a:b",
    "",
    "ü",
  ])("%j is refused", (name) => {
    expect(() => build({ headers: { [name]: "x" } })).toThrow(/^headers\./);
  });

  test.each(["a\nb", "a\rb", "a\0b", "snow ☃"])("a value like %j is refused", (value) => {
    expect(() => build({ headers: { "x-a": value } })).toThrow("headers.x-a:");
  });
});

describe("an answer", () => {
  const read = (text: string | Buffer, type = "") =>
    readAnswer(200, { "content-type": type }, Buffer.from(text as string)).body;

  test.each([
    ['{"a":1}', "application/json", { a: 1 }],
    ['{"a":1}', "application/problem+json; charset=utf-8", { a: 1 }],
    ['{"a":1}', "text/html", { a: 1 }],
    ["12", "text/plain", "12"],
    ["12", "application/json", 12],
    ["{broken", "application/json", "{broken"],
    ["\uFEFF[1]", "application/json", [1]],
    ["", "application/json", null],
  ])("%j as %s", (text, type, body) => {
    expect(read(text, type)).toEqual(body);
  });

  test("that is no text says what it is", () => {
    expect(read(Buffer.from([0x89, 0x50, 0xff]), "image/png; q=1")).toEqual({
      binary: true,
      bytes: 3,
      type: "image/png",
    });
    expect(read(Buffer.from("a\0b"))).toEqual({ binary: true, bytes: 3, type: null });
  });

  test.each([
    [{ errors: [{ detail: "Too long" }] }, "Too long"],
    [{ error: "bad", error_description: "Very bad" }, "Very bad"],
    ["plain words", "plain words"],
    [{ code: 5 }, '{"code":5}'],
  ])("that failed with %j is quoted", (body, quoted) => {
    const failure = failureOf({ status: 422, headers: {}, body }, { url: new URL(URL_), method: "GET" });
    expect(failure?.facts).toMatchObject({
      status: 422,
      code: "http_422",
      message: `api.example.com answered 422: ${quoted}`,
    });
  });

  test("a page for people is not quoted, a long text is cut, a key is hidden", () => {
    const said = (body: unknown, type = "") =>
      failureOf(
        { status: 500, headers: { "content-type": type }, body },
        { url: new URL(URL_), method: "GET" },
      )?.message;
    expect(said("<html>", "text/html")).toBe("api.example.com answered 500.");
    expect(said("x".repeat(9_000))?.length).toBeLessThan(400);
    expect(said("key sk_live_abcdef12345 is wrong")).toContain("sk_live_***");
  });
});

describe("a redirect", () => {
  const follow = (method: string, status: number, location: string) =>
    nextHop(build({ method, body: { a: 1 }, headers: { "X-Token": "t", "X-Trace": "1" } }), {
      status,
      headers: { location },
      body: null,
    });

  test.each([
    ["GET", 301, "/next", "GET https://api.example.com/next", true],
    ["GET", 302, "https://other.example.com/", "GET https://other.example.com/", false],
    ["HEAD", 303, "next", "HEAD https://api.example.com/next", true],
    ["DELETE", 303, "https://other.example.com/", "GET https://other.example.com/", false],
    ["PUT", 308, "//api.example.com/x", "PUT https://api.example.com/x", true],
    ["GET", 307, "http://api.example.com/", "GET http://api.example.com/", false],
    ["GET", 307, "https://api.example.com:8443/", "GET https://api.example.com:8443/", false],
  ])("%s after %i to %s", (method, status, location, next, keeps) => {
    const hop = follow(method, status, location);
    expect(`${hop?.method} ${hop?.url.href}`).toBe(next);
    expect(hop?.headers["x-trace"]).toBe("1");
    expect("x-token" in (hop?.headers ?? {})).toBe(keeps);
  });

  test.each([
    ["POST", 301, "/next"],
    ["DELETE", 302, "/next"],
    ["POST", 307, "https://other.example.com/"],
    ["GET", 304, "/next"],
  ])("%s after %i to %s is not followed", (method, status, location) => {
    expect(follow(method, status, location)).toBeNull();
  });

  test.each([
    "javascript:alert(1)",
    "file:///x",
    "ftp://example.com/",
    "https://a@b.example.com/",
    "http:\\\\127.0.0.1\\",
    "http://[",
  ])("to %s is refused", (location) => {
    expect(() => follow("GET", 302, location)).toThrow("That address must");
  });
});

describe("what the log keeps of a step's input", () => {
  test("has no secrets in address, query, headers and body", () => {
    const given = {
      method: "POST",
      url: "https://api.example.com/a?token=hidden&page=2",
      query: { apiKey: "hidden", sig: ["hidden"], page: 2 },
      headers: {
        Authorization: "Bearer hidden",
        "X-Shopify-Access-Token": "hidden",
        "Idempotency-Key": "shown",
      },
      body: { password: "hidden", user: { refresh_token: "hidden", name: "shown", key: "shown" } },
    };
    const text = JSON.stringify(shownInput(given));
    expect(text).not.toContain("hidden");
    expect(text.match(/shown/g)).toHaveLength(3);
    expect(text).toContain("page=2");
  });

  test.each([null, "text", { url: 5, headers: "x", query: [1] }])("of %j does not break", (given) => {
    expect(shownInput(given)).toEqual(given);
  });
});

test.each([
  ["ada", "a-long-password", ["a-long-password"]],
  ["sk-the-key-itself", "", ["sk-the-key-itself"]],
  ["sk-the-key-itself", "X", ["sk-the-key-itself"]],
])("of %s with the password %j the log hides what is the secret", (username, password, secrets) => {
  expect(secretsOf({ kind: "basic", username, password })).toEqual([basic(username, password), ...secrets]);
});
