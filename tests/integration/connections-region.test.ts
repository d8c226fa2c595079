import { MockAgent } from "undici";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Transport } from "~/server/connectors/transport";
import { findRegion } from "~/server/services/connection/verify-keys";

const HOSTS = { us: "https://track.customer.io", eu: "https://track-eu.customer.io" };

let agent: MockAgent;
let asked: string[];

beforeEach(() => {
  agent = new MockAgent();
  agent.disableNetConnect();
  asked = [];
});
afterEach(() => agent.close());

/** What one host answers about the keys. */
function answers(host: "us" | "eu", status: number, body: object): void {
  const reply = () => {
    asked.push(host);
    return {
      statusCode: status,
      data: JSON.stringify(body),
      responseOptions: { headers: { "content-type": "application/json" } },
    };
  };
  agent.get(HOSTS[host]).intercept({ path: "/api/v1/accounts/region", method: "GET" }).reply(reply);
}

function find(region: "us" | "eu" = "us"): Promise<"us" | "eu"> {
  const transport = {
    dispatcher: agent,
    timeoutMs: 2000,
    fetch: () => Promise.reject(new Error("unused")),
  } as unknown as Transport;
  const credentials = { siteId: "site", trackApiKey: "key" };
  return findRegion({ id: "x", app: "customerio", allowLoopback: false, credentials, region }, transport);
}

const refusal = { meta: { error: "Unauthorized request" } };

describe("the region of a Customer.io account", () => {
  test("is what the US host tells, also about an account in the EU", async () => {
    answers("us", 200, { data_center: "eu", url: "https://track-eu.customer.io", environment_id: 1 });
    expect(await find()).toBe("eu");
  });

  test("is found at the EU host when the US host refuses the keys", async () => {
    answers("us", 401, refusal);
    answers("eu", 200, { data_center: "eu", url: "https://track-eu.customer.io", environment_id: 1 });
    expect([await find(), asked]).toEqual(["eu", ["us", "eu"]]);
  });

  test("a named region is asked first, and corrected when it is wrong", async () => {
    answers("eu", 401, refusal);
    answers("us", 200, { data_center: "us", url: "https://track.customer.io", environment_id: 1 });
    expect([await find("eu"), asked]).toEqual(["us", ["eu", "us"]]);
  });

  test("keys that both refuse are refused by name", async () => {
    answers("us", 401, refusal);
    answers("eu", 401, refusal);
    await expect(find()).rejects.toMatchObject({
      code: "connection_rejected",
      message: expect.stringContaining("trackApiKey (HTTP 401)"),
    });
  });
});
