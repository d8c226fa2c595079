import { Prisma, type PrismaClient } from "~/server/generated/prisma/client";
import { nextInstant } from "./ids";

/** Which simulated account: everything the sandbox reads or writes is inside one. */
export interface AccountScope {
  workspaceId: string;
  accountId: string;
}

export interface ListFilter {
  /** Top-level fields of the object that must equal this text, or one of these. */
  where?: Record<string, string | string[]>;
  createdAfter?: Date;
  createdBefore?: Date;
  /** Ids whose neighbours the page starts from. */
  startingAfter?: string;
  endingBefore?: string;
  limit?: number;
  oldestFirst?: boolean;
}

export type SandboxDatabase = Pick<PrismaClient, "sandboxObject" | "$queryRaw">;

/** What one simulated account remembers, as JSON documents by kind and id. */
export class Store {
  constructor(
    private readonly db: SandboxDatabase,
    readonly scope: AccountScope,
  ) {}

  async get<T>(kind: string, id: string): Promise<T | null> {
    const row = await this.db.sandboxObject.findUnique({
      where: { workspaceId_accountId_kind_id: { ...this.scope, kind, id } },
    });
    return row ? fromJson<T>(row.data) : null;
  }

  async put(kind: string, id: string, data: object): Promise<void> {
    const key = { ...this.scope, kind, id };
    const json = toJson(data);
    await this.db.sandboxObject.upsert({
      where: { workspaceId_accountId_kind_id: key },
      create: { ...key, data: json, createdAt: nextInstant() },
      update: { data: json },
    });
  }

  async remove(kind: string, id: string): Promise<void> {
    await this.db.sandboxObject.deleteMany({ where: { ...this.scope, kind, id } });
  }

  /** Forgets objects of a kind that are older than `before`. */
  async prune(kind: string, before: Date): Promise<void> {
    await this.db.sandboxObject.deleteMany({ where: { ...this.scope, kind, createdAt: { lt: before } } });
  }

  /** Newest first unless told otherwise; `limit` defaults to 100. */
  async list<T>(kind: string, filter: ListFilter = {}): Promise<T[]> {
    const ascending = filter.oldestFirst === true || filter.endingBefore !== undefined;
    const rows = await this.db.$queryRaw<{ data: unknown }[]>(Prisma.sql`
      SELECT data FROM "SandboxObject"
      WHERE ${Prisma.join(this.conditions(kind, filter), " AND ")}
      ORDER BY "createdAt" ${Prisma.raw(ascending ? "ASC" : "DESC")}, id
      LIMIT ${filter.limit ?? 100}`);
    const found = rows.map((row) => fromJson<T>(row.data));
    return filter.endingBefore === undefined ? found : found.reverse();
  }

  /** The newest object whose top-level field equals `value`. */
  async findBy<T>(kind: string, field: string, value: string): Promise<T | null> {
    return (await this.list<T>(kind, { where: { [field]: value }, limit: 1 }))[0] ?? null;
  }

  private conditions(kind: string, filter: ListFilter): Prisma.Sql[] {
    const { workspaceId, accountId } = this.scope;
    const all = [
      Prisma.sql`"workspaceId" = ${workspaceId}::uuid`,
      Prisma.sql`"accountId" = ${accountId}::uuid`,
      Prisma.sql`kind = ${kind}`,
    ];
    for (const [field, value] of Object.entries(filter.where ?? {}))
      all.push(Prisma.sql`data->>${field} = ANY(${[value].flat()})`);
    if (filter.createdAfter) all.push(Prisma.sql`"createdAt" >= ${filter.createdAfter}`);
    if (filter.createdBefore) all.push(Prisma.sql`"createdAt" <= ${filter.createdBefore}`);
    if (filter.startingAfter)
      all.push(Prisma.sql`"createdAt" < (${this.createdAt(kind, filter.startingAfter)})`);
    if (filter.endingBefore)
      all.push(Prisma.sql`"createdAt" > (${this.createdAt(kind, filter.endingBefore)})`);
    return all;
  }

  private createdAt(kind: string, id: string): Prisma.Sql {
    const { workspaceId, accountId } = this.scope;
    return Prisma.sql`SELECT "createdAt" FROM "SandboxObject" WHERE "workspaceId" = ${workspaceId}::uuid
      AND "accountId" = ${accountId}::uuid AND kind = ${kind} AND id = ${id}`;
  }
}

/** Only this module writes a kind, so what was stored as T is read as T. */
function fromJson<T>(data: unknown): T {
  return data as T;
}

/** Plain data in, plain data out: drops `undefined` and class instances as the wire would. */
function toJson(data: object): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(data)) as Prisma.InputJsonObject;
}
