import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { curlOf } from "~/components/run/curl";

/** What a shell would hand to curl. */
function args(command: string, env: Record<string, string> = {}): string[] {
  const script = `${command.replaceAll(/^[A-Z0-9_]+='…'.*\n/gm, "")}`;
  const shell = `curl() { printf '%s\\0' "$@"; }\n${script}`;
  return execFileSync("sh", ["-c", shell], { env: { ...process.env, ...env } })
    .toString()
    .split("\0")
    .slice(0, -1);
}

it("writes a form as Stripe takes it, with a variable for the key", () => {
  const command = curlOf({
    method: "POST",
    url: "https://api.stripe.com/v1/customers/cus_1",
    headers: {
      authorization: "Bearer ***",
      "content-type": "application/x-www-form-urlencoded",
      "content-length": "10",
      "idempotency-key": "k1",
    },
    body: { "metadata[plan]": "Pro & more", name: "O'Hara $HOME" },
  });
  expect(command).toMatch(/^STRIPE_KEY='…'/);
  expect(args(command, { STRIPE_KEY: "sk_test_1" })).toEqual([
    "-X",
    "POST",
    "https://api.stripe.com/v1/customers/cus_1",
    "-H",
    "authorization: Bearer sk_test_1",
    "-H",
    "content-type: application/x-www-form-urlencoded",
    "-H",
    "idempotency-key: k1",
    "--data-urlencode",
    "metadata[plan]=Pro & more",
    "--data-urlencode",
    "name=O'Hara $HOME",
  ]);
});

it("writes JSON as one argument, and masked parts of an address as a variable", () => {
  const body = { to: "a@b.c", text: "`id` \"quoted\" 'single'", secret: "x_***" };
  const command = curlOf({
    method: "PUT",
    url: "https://x.example/?token=***",
    headers: { authorization: "Basic ***" },
    body,
  });
  const given = args(command, { SECRET: "s3", BASE64_CREDENTIALS: "YTpi" });
  expect(given.slice(2, 5)).toEqual(["https://x.example/?token=s3", "-H", "authorization: Basic YTpi"]);
  expect(JSON.parse(given.at(-1) ?? "")).toEqual({ ...body, secret: "x_s3" });
  expect(curlOf({ method: "GET", url: "https://x.example", headers: {}, body: null })).toBe(
    "curl -X GET 'https://x.example'",
  );
});
