// Events a second through the door in front of Next and through Next's own route, as a ratio in one run.
// With Billhook running (`npm start`): node tests/bench/ingest.mjs [seconds]
import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import Stripe from "stripe";

const seconds = Number(process.argv[2] ?? 5);
const port = Number(process.env.PORT ?? 3000);
const dataDir = path.resolve(process.env.DATA_DIR ?? ".data");
const secret = "whsec_bench";
const CONCURRENCY = 16;
const stripe = new Stripe("sk_test_only_for_signing");
const agent = new http.Agent({ keepAlive: true, maxSockets: CONCURRENCY });
let counter = 0;

function delivery() {
  counter += 1;
  const object = {
    id: `cus_bench${counter}`,
    object: "customer",
    email: `bench${counter}@example.com`,
    metadata: {},
  };
  const event = {
    id: `evt_bench_${process.pid}_${counter}`,
    object: "event",
    api_version: "2026-10-28.endive",
    created: Math.floor(Date.now() / 1000),
    type: "customer.created",
    livemode: false,
    data: { object },
  };
  const payload = JSON.stringify(event);
  return { payload, signature: stripe.webhooks.generateTestHeaderString({ payload, secret }) };
}

function post(url) {
  const { payload, signature } = delivery();
  const headers = {
    "content-type": "application/json",
    "stripe-signature": signature,
    "content-length": Buffer.byteLength(payload),
  };
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: "POST", agent, headers }, (response) => {
      response.resume().on("end", () => resolve(response.statusCode));
    });
    request.on("error", reject).end(payload);
  });
}

async function measure(url) {
  const until = Date.now() + seconds * 1000;
  let accepted = 0;
  const lane = async () => {
    while (Date.now() < until) {
      const status = await post(url);
      if (status !== 200) throw new Error(`${url} answered ${status}`);
      accepted += 1;
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, lane));
  return accepted / seconds;
}

async function callApi(token, method, route, body) {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const response = await fetch(`http://127.0.0.1:${port}/api/v1${route}`, {
    method,
    headers,
    body: body && JSON.stringify(body),
  });
  if (!response.ok)
    throw new Error(`${method} ${route} answered ${response.status}: ${await response.text()}`);
  return response.status === 204 ? undefined : response.json();
}

/** Next alone, as on a host that cannot run our server, on the same database. */
async function startNextOnly(nextPort) {
  const keptUrl = path.join(dataDir, "keys/database-url");
  const databaseUrl = process.env.DATABASE_URL ?? (existsSync(keptUrl) ? readFileSync(keptUrl, "utf8") : "");
  const env = { ...process.env, NODE_ENV: "production", DATABASE_URL: databaseUrl, DATA_DIR: dataDir };
  const child = spawn(
    process.execPath,
    ["node_modules/next/dist/bin/next", "start", "-p", String(nextPort)],
    { env, stdio: "ignore" },
  );
  for (let tries = 0; tries < 200; tries += 1) {
    if (await fetch(`http://127.0.0.1:${nextPort}/`).catch(() => undefined)) return child;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("Next alone did not start.");
}

const token = execFileSync(
  "node",
  ["server/cli/start.mjs", "--cli", "token", "create", "--workspace", "demo"],
  { encoding: "utf8" },
).trim();
const credentials = { apiKey: "sk_test_bench", webhookSecret: secret };
const connection = await callApi(token, "POST", "/connections?verify=false", {
  app: "stripe",
  name: "Benchmark",
  credentials,
});
const next = await startNextOnly(port + 1);
try {
  const route = new URL(connection.webhookUrl).pathname;
  await measure(`http://127.0.0.1:${port}${route}`);
  const door = await measure(`http://127.0.0.1:${port}${route}`);
  await measure(`http://127.0.0.1:${port + 1}${route}`);
  const pages = await measure(`http://127.0.0.1:${port + 1}${route}`);
  console.log(
    `door ${door.toFixed(0)} events/s, Next route ${pages.toFixed(0)} events/s, ratio ${(door / pages).toFixed(1)}`,
  );
} finally {
  next.kill("SIGTERM");
  await callApi(token, "DELETE", `/connections/${connection.id}`);
}
process.exit(0);
