import { afterAll, beforeEach } from "vitest";
import { prisma } from "~/server/db";
import { RetryLater } from "~/server/engine/durable";
import { embeddedSteps } from "~/server/engine/embedded/durable";
import { executeRun } from "~/server/engine/execute-run";
import { openBench, stepsOf } from "./engine";
import { VendorStub } from "./vendor-stub";

/** A test file's own workspace, over a vendor that every test finds without memory and may tell what to answer. */
export async function openStubbedBench() {
  const stub = await VendorStub.start();
  const bench = await openBench(stub);
  beforeEach(() => {
    stub.reset();
    return forgetBuckets(bench.ctx.workspaceId);
  });
  afterAll(() => stub.stop());
  return { stub, bench, steps: stepsOf(bench) };
}

/** Ends every wait for a limit: those go by the database's clock, which no test can move. */
export async function forgetBuckets(workspaceId: string): Promise<void> {
  await prisma().rateBucket.deleteMany({ where: { workspaceId } });
}

/** Executes a run as a worker process would, with nothing in memory: the moment it waits for, or how it ended. */
export function executeAnew(workspaceId: string, runId: string): Promise<string | undefined> {
  return executeRun(embeddedSteps, workspaceId, runId).then(
    (outcome) => outcome?.status,
    (error: unknown) => {
      if (error instanceof RetryLater) return error.at.toISOString();
      throw error;
    },
  );
}
