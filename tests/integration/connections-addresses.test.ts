import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { guardedLookup, isAllowedAddress } from "~/server/connectors/address-guard";
import { openStripe } from "~/server/connectors/clients";
import { toConnectorError } from "~/server/connectors/errors";
import { createTransport } from "~/server/connectors/transport";

const INSIDE = [
  ["127.0.0.1", "loopback"],
  ["127.8.8.8", "loopback"],
  ["::1", "loopback"],
  ["::ffff:127.0.0.1", "loopback in IPv6 clothes"],
  ["0.0.0.0", "this host"],
  ["10.0.0.1", "private"],
  ["172.16.0.1", "private"],
  ["192.168.1.1", "private"],
  ["100.64.0.1", "carrier-grade NAT"],
  ["169.254.169.254", "cloud metadata"],
  ["fd00:ec2::254", "cloud metadata"],
  ["fe80::1", "link-local"],
  ["64:ff9b::a00:1", "private through NAT64"],
  ["2002:a00:1::", "private through 6to4"],
  ["224.0.0.1", "multicast"],
  ["255.255.255.255", "broadcast"],
  ["198.18.0.1", "benchmarks"],
  ["not an address", "nonsense"],
] as const;

describe("addresses", () => {
  test.each(INSIDE)("%s (%s) is out of reach", (address) => {
    expect(isAllowedAddress(address, false)).toBe(false);
  });

  test("public ones are within; ALLOW_LOOPBACK adds this machine and nothing else", () => {
    expect([isAllowedAddress("3.18.12.63", false), isAllowedAddress("2606:4700::1111", false)]).toEqual([
      true,
      true,
    ]);
    const added = INSIDE.filter(([address]) => isAllowedAddress(address, true)).map(([address]) => address);
    expect(added).toEqual(["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"]);
  });

  test("a name is judged by what it resolves to, when it is resolved", async () => {
    const look = (allowLoopback: boolean) =>
      new Promise<string | undefined>((resolve) => {
        guardedLookup(allowLoopback)("localhost", {}, (error) => resolve(error?.message));
      });
    expect(await look(false)).toContain("not public");
    expect(await look(true)).toBeUndefined();
  });
});

describe("calls", () => {
  let server: Server;
  let port: number;
  let arrived: string[] = [];
  let redirectTo = "";

  beforeAll(async () => {
    server = createServer((request, response) => {
      arrived.push(request.url ?? "");
      if (redirectTo) response.writeHead(302, { location: redirectTo }).end();
      else response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
  beforeEach(() => {
    arrived = [];
    redirectTo = "";
  });

  const call = async (api: string, allowLoopback: boolean) => {
    const transport = createTransport({ allowLoopback, timeoutMs: 5000, onRequest: () => undefined });
    return openStripe({ apiKey: "sk_test_x" }, { transport, endpoints: { api } })
      .accounts.retrieveCurrent()
      .then(
        () => "answered",
        (error: unknown) => toConnectorError(error).kind,
      );
  };

  test.each(["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"])(
    "nothing reaches %s without ALLOW_LOOPBACK",
    async (host) => {
      expect(await call(`http://${host}:${port}`, false)).toBe("refused");
      expect(arrived).toEqual([]);
    },
  );

  test("with it this machine is reached, and a redirect leads into no other network", async () => {
    expect(await call(`http://127.0.0.1:${port}`, true)).toBe("answered");
    redirectTo = "http://169.254.169.254/latest/meta-data";
    expect(await call(`http://127.0.0.1:${port}`, true)).toBe("refused");
    expect(arrived).toEqual(["/v1/account", "/v1/account"]);
  });
});
