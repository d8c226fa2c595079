import { subscribe, unsubscribe } from "node:diagnostics_channel";
import dns from "node:dns";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { guardedLookup } from "~/server/connectors/address-guard";
import { toConnectorError } from "~/server/connectors/errors";
import { buildRequest } from "~/server/connectors/http/request";
import { sendHttp } from "~/server/connectors/http/send";
import { AppError } from "~/server/errors";

/** What the resolver answers, call by call; the last answer stays. */
const resolver = { answers: {} as Record<string, string[][]>, asked: [] as string[] };

function lookup(name: string, _options: object, done: (error: Error | null, found: object[]) => void): void {
  resolver.asked.push(name);
  const answers = resolver.answers[name] ?? [];
  const now = answers.length > 1 ? answers.shift() : answers[0];
  const found = (now ?? []).map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
  const error = found.length > 0 ? null : Object.assign(new Error("ENOTFOUND"), { code: "ENOTFOUND" });
  queueMicrotask(() => done(error, found));
}

const CHANNELS = ["undici:client:connected", "undici:client:sendHeaders"];
let onTheWire = 0;
const count = () => {
  onTheWire += 1;
};

beforeEach(() => {
  onTheWire = 0;
  resolver.asked = [];
  resolver.answers = {};
  vi.spyOn(dns, "lookup").mockImplementation(lookup as never);
  for (const channel of CHANNELS) subscribe(channel, count);
});
afterEach(() => {
  vi.restoreAllMocks();
  for (const channel of CHANNELS) unsubscribe(channel, count);
});

/** How a step that was given this address ends. */
async function call(url: string, { allowLoopback = false } = {}): Promise<string> {
  try {
    const request = buildRequest({ method: "GET", url });
    await sendHttp(request, { allowLoopback, timeoutMs: 2_000, onRequest: () => undefined });
    return "sent";
  } catch (error) {
    return error instanceof AppError ? error.code : toConnectorError(error).kind;
  }
}

const PRIVATE = [
  // Loopback in all its spellings.
  "http://127.0.0.1/",
  "http://127.0.0.1./",
  "http://127.1/",
  "http://127.255.255.254/",
  "http://2130706433/",
  "http://0x7f000001/",
  "http://0x7f.1/",
  "http://0177.0.0.01/",
  "http://017700000001/",
  "http://①②⑦.⓪.⓪.①/",
  "http://127。0。0。1/",
  "http://%31%32%37.0.0.1/",
  "http://0/",
  "http://0.0.0.0/",
  "http://0.1.2.3/",
  "http://[::1]/",
  "http://[0:0:0:0:0:0:0:1]/",
  "http://[::]/",
  "http://[::ffff:127.0.0.1]/",
  "http://[::ffff:7f00:1]/",
  "http://[::127.0.0.1]/",
  "http://[::ffff:0:127.0.0.1]/",
  "http://[64:ff9b::127.0.0.1]/",
  "http://[64:ff9b:1::7f00:1]/",
  "http://[2002:7f00:1::]/",
  "http://[2001:0:7f00:1::]/",
  // Metadata of the clouds.
  "http://169.254.169.254/latest/meta-data/iam/security-credentials/",
  "http://2852039166/",
  "http://0xa9fea9fe/",
  "http://[::ffff:a9fe:a9fe]/",
  "http://[fd00:ec2::254]/",
  "http://100.100.100.200/",
  "http://192.0.0.192/",
  "http://168.63.129.16/",
  // Networks of others.
  "http://10.0.0.1/",
  "http://172.16.0.1/",
  "http://172.31.255.255/",
  "http://192.168.0.1/",
  "http://0300.0250.1.1/",
  "http://100.64.0.1/",
  "http://198.18.0.1/",
  "http://192.0.2.1/",
  "http://198.51.100.1/",
  "http://203.0.113.1/",
  "http://192.88.99.1/",
  "http://224.0.0.1/",
  "http://240.0.0.1/",
  "http://255.255.255.255/",
  "http://[fe80::1]/",
  "http://[fec0::1]/",
  "http://[fc00::1]/",
  "http://[ff02::1]/",
  "http://[2001:db8::1]/",
  "http://[100::1]/",
  "http://[4000::1]/",
  // Names that are never public.
  "http://localhost/",
  "http://LOCALHOST/",
  "http://localhost./",
  "http://app.localhost/",
  "http://metadata.google.internal/computeMetadata/v1/",
  "http://printer.local/",
];

const NO_ADDRESS = [
  "",
  "   ",
  "/things",
  "//169.254.169.254/",
  "example.com",
  "http:example.com",
  "http:///example.com",
  "file:///etc/passwd",
  "ftp://example.com/",
  "gopher://127.0.0.1:6379/_FLUSHALL",
  "data:text/plain,hello",
  "javascript:alert(1)",
  "blob:https://example.com/1",
  "ws://example.com/",
  "unix:/var/run/docker.sock",
  "http+unix://%2Fvar%2Frun%2Fdocker.sock/info",
  "http://user:secret@example.com/",
  "http://@example.com/",
  "http://example.com@127.0.0.1/",
  "http://127.0.0.1\\@example.com/",
  "http:\\\\127.0.0.1\\",
  "http://example.com/\r\nHost: 127.0.0.1",
  "http://exa\nmple.com/",
  "http://example.com/\u0000",
  "http://exam ple.com/",
  "http://[fe80::1%25eth0]/",
  "http://256.256.256.256/",
  "http://example.com:99999/",
  "http://example.com:22/",
  "http://example.com:25/",
  "http://example.com:6000/",
  "https://example.com:11211/",
  "http://example.com:0/",
];

describe("no step reaches", () => {
  test.each(PRIVATE)("%s: the address is refused", async (url) => {
    expect(await call(url)).toBe("refused");
    expect({ onTheWire, asked: resolver.asked }).toEqual({ onTheWire: 0, asked: [] });
  });

  test.each(NO_ADDRESS)("%j: it is no address of ours", async (url) => {
    expect(await call(url)).toBe("invalid_input");
    expect({ onTheWire, asked: resolver.asked }).toEqual({ onTheWire: 0, asked: [] });
  });

  test.each([
    ["loopback", "127.0.0.1"],
    ["loopback in IPv6", "::1"],
    ["mapped loopback", "::ffff:127.0.0.1"],
    ["a private network", "10.1.2.3"],
    ["the metadata service", "169.254.169.254"],
    ["AWS's metadata in IPv6", "fd00:ec2::254"],
    ["Azure's wire server", "168.63.129.16"],
    ["this host", "0.0.0.0"],
    ["what is no address", "nonsense"],
  ])("a public name that resolves to %s", async (_what, address) => {
    resolver.answers["looks-public.example.com"] = [[address]];
    expect(await call("http://looks-public.example.com/")).toBe("refused");
    expect({ onTheWire, asked: resolver.asked }).toEqual({
      onTheWire: 0,
      asked: ["looks-public.example.com"],
    });
  });

  test("ALLOW_LOOPBACK opens this machine and no other network", async () => {
    const opened = async (url: string) => (await call(url, { allowLoopback: true })) !== "refused";
    expect(await opened("http://127.0.0.1:59999/")).toBe(true);
    resolver.answers["inside.example.com"] = [["192.168.1.1"]];
    const others = [
      "http://169.254.169.254/",
      "http://10.0.0.1/",
      "http://0.0.0.0/",
      "http://[fe80::1]/",
      "http://inside.example.com/",
    ];
    expect(await Promise.all(others.map(opened))).toEqual(others.map(() => false));
  });
});

describe("a name is looked up once, when the socket connects", () => {
  const look = (name: string, options: object = { all: true }) =>
    new Promise<unknown>((resolve) => {
      guardedLookup(false)(name, options, ((error: Error | null, found: unknown) =>
        resolve(error ? error.message : found)) as never);
    });

  test("of several answers only the public ones are connected to", async () => {
    resolver.answers["mixed.example.com"] = [["10.0.0.1", "93.184.216.34", "::1", "2606:4700::1111"]];
    expect(await look("mixed.example.com")).toEqual([
      { address: "93.184.216.34", family: 4 },
      { address: "2606:4700::1111", family: 6 },
    ]);
    expect(await look("mixed.example.com", {})).toBe("93.184.216.34");
  });

  test("a name that turned private between two calls is refused the second time", async () => {
    resolver.answers["rebind.example.com"] = [["93.184.216.34"], ["127.0.0.1"]];
    expect(await look("rebind.example.com")).toEqual([{ address: "93.184.216.34", family: 4 }]);
    expect(await call("http://rebind.example.com/")).toBe("refused");
    expect({ onTheWire, asked: resolver.asked.length }).toEqual({ onTheWire: 0, asked: 2 });
  });

  test("a name that does not exist is no refusal", async () => {
    expect(await call("http://nobody.example.com/")).toBe("network");
  });
});
