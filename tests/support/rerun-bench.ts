import { rerunRun } from "~/server/services/run/rerun";
import { previewRerun } from "~/server/services/run/rerun/preview";
import type { RerunInput } from "~/server/services/run/rerun/schemas";
import { executeAnew, openStubbedBench } from "./stubbed-bench";
import type { StubAnswer } from "./vendor-stub";

export const REFUSED: StubAnswer = {
  status: 400,
  body: { error: { type: "invalid_request_error", message: "No." } },
};

/** A stubbed bench whose runs are ended, previewed and run again. */
export async function openRerunBench() {
  const opened = await openStubbedBench();
  const { stub, bench, steps } = opened;
  const execute = (runId: string) => executeAnew(bench.ctx.workspaceId, runId);
  return {
    ...opened,
    execute,
    mail: (id: string, more: object = {}) => ({ ...steps.email, id, ...more }),
    update: (id: string, more: object = {}) => ({ ...steps.update, id, ...more }),
    track: (id: string, more: object = {}) => ({ ...steps.track, id, ...more }),
    person: (id: string) => ({
      id,
      kind: "action",
      action: "customerio.person.upsert",
      connection: bench.customerio,
      input: { identifier: "{{ trigger.data.object.id }}", attributes: { seen: true } },
    }),
    /** A first run, executed until it ends or waits, over a vendor that answers so; forgets its requests. */
    async ended(recipe: object[], answers: StubAnswer[], object?: object) {
      const recipeId = await bench.setLive(recipe);
      const id = await bench.start(recipeId, object);
      stub.answers.push(...answers);
      const status = await execute(id);
      const requests = stub.requests.map(({ path }) => path);
      const keys = stub.requests.map(({ idempotencyKey }) => idempotencyKey);
      stub.reset();
      return { id, recipeId, status, requests, keys };
    },
    /** Previews it, runs it again and executes that; what the vendor was asked meanwhile. */
    async again(input: RerunInput, answers: StubAnswer[] = []) {
      stub.reset();
      const preview = await previewRerun(bench.ctx, input);
      const { id } = await rerunRun(bench.ctx, input);
      stub.answers.push(...answers);
      const status = await execute(id);
      const requests = stub.requests.map(({ path }) => path);
      const keys = stub.requests.map(({ idempotencyKey }) => idempotencyKey);
      stub.reset();
      const will = Object.fromEntries(preview.steps.map((step) => [step.path, step.will]));
      return { id, status, requests, keys, preview, will, view: await bench.run(id) };
    },
  };
}
