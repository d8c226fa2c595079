import { describe, expect, test } from "vitest";
import { prisma } from "~/server/db";
import { rerunRun } from "~/server/services/run/rerun";
import type { RerunInput } from "~/server/services/run/rerun/schemas";
import { executeAnew, openStubbedBench } from "~/tests/support/stubbed-bench";

const { stub, bench, steps } = await openStubbedBench();
const { workspaceId } = bench.ctx;
const execute = (runId: string) => executeAnew(workspaceId, runId);

const mail = (id: string, more: object = {}) => ({ ...steps.email, id, ...more });
const update = (id: string, more: object = {}) => ({ ...steps.update, id, ...more });
const track = (id: string) => ({ ...steps.track, id });
const person = (id: string) => ({
  id,
  kind: "action",
  action: "customerio.person.upsert",
  connection: bench.customerio,
  input: { identifier: "{{ trigger.data.object.id }}", attributes: { seen: true } },
});

const SIX = [update("one"), track("two"), mail("three"), update("four"), person("five"), mail("six")];
const REFUSED = { status: 400, body: { error: { type: "invalid_request_error", message: "No." } } };

/** A run that ends as its answers say. */
async function ended(recipe: object[], answers: object[], object?: object) {
  const recipeId = await bench.setLive(recipe);
  const id = await bench.start(recipeId, object);
  stub.answers.push(...answers);
  const status = await execute(id);
  const requests = stub.requests.length;
  stub.reset();
  return { id, recipeId, status, requests };
}

/** Runs it again to its end; what the vendor was asked meanwhile. */
async function again(input: RerunInput, answers: object[] = []) {
  stub.reset();
  stub.answers.push(...answers);
  const { id } = await rerunRun(bench.ctx, input);
  const status = await execute(id);
  const requests = stub.requests.map(({ path }) => path);
  const keys = stub.requests.map(({ idempotencyKey }) => idempotencyKey);
  return { id, status, requests, keys, view: await bench.run(id) };
}

describe("from the failed step", () => {
  test("a run of six steps that failed at the fourth sends only the fourth and what comes after it", async () => {
    const first = await ended(SIX, [{}, {}, {}, REFUSED]);
    expect(first).toMatchObject({ status: "failed", requests: 4 });
    const rerun = await again({ id: first.id });
    expect(rerun.status).toBe("succeeded");
    expect(rerun.requests).toEqual(["/v1/customers/cus_1", "/api/v1/customers/cus_1", "/v1/send/email"]);
    const rows = await prisma().stepRun.findMany({
      where: { runId: rerun.id },
      orderBy: { position: "asc" },
    });
    expect(rows.map(({ path, status, reusedFrom }) => [path, status, reusedFrom])).toEqual([
      ...["one", "two", "three"].map((path) => [path, "succeeded", first.id]),
      ...["four", "five", "six"].map((path) => [path, "succeeded", null]),
    ]);
    const row = await prisma().run.findFirstOrThrow({ where: { id: rerun.id } });
    expect(row).toMatchObject({
      sequence: 1,
      rootRunId: first.id,
      rerunOfId: first.id,
      mode: "live",
      priority: -10,
    });
    const old = await prisma().run.findFirstOrThrow({ where: { id: first.id } });
    expect(old).toMatchObject({ status: "failed", resolution: "rerun" });
  });
});
