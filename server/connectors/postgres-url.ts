/** `verify`: encrypted, and the certificate must be a known authority's; `encrypt`: encrypted only; `off`: in clear. */
export type PostgresTls = "verify" | "encrypt" | "off";

export interface PostgresAddress {
  /** Without the brackets of an IPv6 address. */
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
  tls: PostgresTls;
}

const TLS: Record<string, PostgresTls> = {
  disable: "off",
  allow: "encrypt",
  prefer: "encrypt",
  require: "encrypt",
  "verify-ca": "verify",
  "verify-full": "verify",
};
const HOST = /^(\[[\da-f:.]+\]|[\w.-]+)$/i;
const LOOPBACK = /^(localhost|127(\.\d+){3}|::1)$/i;
const EXAMPLE = "postgres://user:password@db.example.com:5432/database";

/**
 * Reads a connection URL. Only `sslmode` may follow the question mark: other parameters could lead elsewhere than to the host.
 * Throws an `Error` whose message says what it lacks.
 */
export function parsePostgresUrl(text: string): PostgresAddress {
  const url = /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) ? new URL(text) : null;
  if (!url || !HOST.test(url.hostname)) throw new Error(`must look like ${EXAMPLE}.`);
  const [user, password, database] = [url.username, url.password, url.pathname.slice(1)].map(decoded);
  if (!user || !password) throw new Error(`must hold a user name and a password, like ${EXAMPLE}.`);
  if (!database || database.includes("/"))
    throw new Error(`must end with the database's name, like ${EXAMPLE}.`);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return { host, port: Number(url.port || 5432), user, password, database, tls: tlsOf(url, host) };
}

function tlsOf({ searchParams }: URL, host: string): PostgresTls {
  const other = [...searchParams.keys()].find((name) => name !== "sslmode");
  if (other !== undefined) throw new Error(`takes no parameter but sslmode; remove "${other}".`);
  const mode = searchParams.get("sslmode");
  if (mode === null) return LOOPBACK.test(host) ? "off" : "verify";
  const tls = TLS[mode];
  if (!tls) throw new Error(`has the unknown sslmode "${mode}"; use verify-full, require or disable.`);
  return tls;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new Error("has a % that stands for nothing; write it as %25.");
  }
}
