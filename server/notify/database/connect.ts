import dns from "node:dns/promises";
import net from "node:net";
import { Client } from "pg";
import { isAllowedAddress, isName } from "~/server/connectors/address-guard";
import type { PostgresAddress } from "~/server/connectors/postgres-url";
import { TransportError } from "~/server/connectors/transport-error";
import { env } from "~/server/env";

const CONNECT_MS = 5_000;
const STATEMENT_MS = 10_000;
/** What a database has to say about a few inserts is short. */
const MOST_BYTES = 1_000_000;
const COUNT_EVERY_MS = 50;

/** Connects to a database of a user's, only at a public address, gives it to `work` and closes it again. */
export async function withDatabase<T>(
  address: PostgresAddress,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const host = await allowedAddress(address.host);
  const socket = new net.Socket();
  const client = new Client({
    ...address,
    // The address that was checked, and no other that the name may have by now.
    host,
    ssl: sslOf(address),
    stream: () => socket,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: STATEMENT_MS,
    application_name: "billhook",
  });
  // After the first error, which the caller gets, others may follow.
  client.on("error", () => undefined);
  const counter = setInterval(() => {
    if (socket.bytesRead > MOST_BYTES) socket.destroy(new Error("It sent too much."));
  }, COUNT_EVERY_MS);
  try {
    await client.connect();
    return await work(client);
  } finally {
    clearInterval(counter);
    // No goodbye: the work is committed, and a server that hangs must not be waited for.
    socket.end();
    socket.destroySoon();
    setTimeout(() => socket.destroy(), 1_000).unref();
  }
}

function sslOf({ tls, host }: PostgresAddress) {
  if (tls === "off") return false;
  return { rejectUnauthorized: tls === "verify", ...(isName(host) ? { servername: host } : {}) };
}

/** Looks a name up; the socket connects to what was checked here. Throws `TransportError`. */
async function allowedAddress(host: string): Promise<string> {
  const found = isName(host) ? await lookup(host) : [host];
  const allowed = found.find((address) => isAllowedAddress(address, env.ALLOW_LOOPBACK));
  if (allowed) return allowed;
  const message = `The address ${host} is not public. Billhook does not call private networks.`;
  throw new TransportError("refused", message, { requestMayHaveArrived: false });
}

async function lookup(host: string): Promise<string[]> {
  try {
    const found = await dns.lookup(host, { all: true });
    return found.toSorted((a, b) => a.family - b.family).map(({ address }) => address);
  } catch (cause) {
    const facts = { requestMayHaveArrived: false };
    throw new TransportError("network", `The name ${host} leads to no address.`, facts, { cause });
  }
}
