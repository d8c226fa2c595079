import { Client } from "pg";

/** Gives the demo workspace's sandbox accounts 1,000 more prices and 500 more segments. */
export async function fillSandbox(database: string): Promise<void> {
  const client = new Client({ connectionString: database });
  await client.connect();
  const insert = (app: string, kind: string, count: number, data: string) =>
    client.query(
      `INSERT INTO "SandboxObject" ("workspaceId", "accountId", "kind", "id", "data", "createdAt", "updatedAt")
       SELECT a."workspaceId", a."id", $2, ${kind === "price" ? "'price_many_' || n" : "(1000 + n)::text"}, (${data})::json,
         now() - n * interval '1 second', now()
       FROM "SandboxAccount" a JOIN "Workspace" w ON w."id" = a."workspaceId", generate_series(1, $3::int) n
       WHERE w."slug" = 'demo' AND a."app"::text = $1
       ON CONFLICT DO NOTHING`,
      [app, kind, count],
    );
  const pro = `(SELECT o."data" FROM "SandboxObject" o WHERE o."accountId" = a."id" AND o."id" = 'price_1Sandboxpro')`;
  await insert(
    "stripe",
    "price",
    1000,
    `(${pro}::jsonb || jsonb_build_object('id', 'price_many_' || n, 'nickname', 'Tier ' || n, 'lookup_key', null, 'unit_amount', n * 100))`,
  );
  await insert(
    "customerio",
    "segment",
    500,
    `jsonb_build_object('id', 1000 + n, 'name', 'Cohort ' || n, 'description', 'Signed up in week ' || n)`,
  );
  await client.end();
}
