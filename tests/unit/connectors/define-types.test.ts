import type Stripe from "stripe";
import { expect, test } from "vitest";
import { z } from "zod";
import { defineAction } from "~/server/connectors/define";
import { required, Text } from "~/server/connectors/fields";

const declared = {
  id: "stripe.coupon.get",
  app: "stripe",
  title: "Get coupon",
  summary: "Looks up a coupon.",
  docs: "https://docs.stripe.com/api/coupons/retrieve",
  effect: "read",
  bucket: "stripe",
  input: z.strictObject({ id: required(Text(), { title: "Coupon" }) }),
  output: z.object({ id: z.string() }),
  sample: { input: { id: "A" }, output: { id: "A" } },
  run: async (_stripe: Stripe, { id }: { id: string }) => ({ id }),
} as const;

/** What `tsc` refuses: each line below is an error in it, and `tsc` complains about a line that is none. */
const REFUSED = [
  // @ts-expect-error an id of another app
  () => defineAction({ ...declared, id: "customerio.coupon.get" }),
  // @ts-expect-error an id without an app
  () => defineAction({ ...declared, id: "coupon" }),
  // @ts-expect-error an unknown effect
  () => defineAction({ ...declared, effect: "write" }),
  // @ts-expect-error an unknown bucket
  () => defineAction({ ...declared, bucket: "stripe.all" }),
  // @ts-expect-error a sample without a required field
  () => defineAction({ ...declared, sample: { input: {}, output: { id: "A" } } }),
  // @ts-expect-error a sample with a field of the wrong type
  () => defineAction({ ...declared, sample: { input: { id: 7 }, output: { id: "A" } } }),
  // @ts-expect-error a sample with a field that the input does not have
  () => defineAction({ ...declared, sample: { input: { id: "A", name: "B" }, output: { id: "A" } } }),
  // @ts-expect-error a sample whose output is not the output
  () => defineAction({ ...declared, sample: { input: { id: "A" }, output: { name: "A" } } }),
  // @ts-expect-error an answer that is not the output
  () => defineAction({ ...declared, run: async () => ({ name: "A" }) }),
  () =>
    defineAction({
      ...declared,
      // @ts-expect-error an input that run does not get
      run: async (_stripe: Stripe, { name }: { name: string }) => ({ id: name }),
    }),
  // @ts-expect-error a field that the SDK's method does not have
  (stripe: Stripe) => stripe.coupons.create({ percentage: 25 }),
  // @ts-expect-error no summary
  () => defineAction({ ...declared, summary: undefined }),
  // @ts-expect-error a picker that is not there
  () => required(Text(), { title: "Coupon", choices: "stripe.coupons" }),
];

test("what is right is taken; what is wrong is listed, for tsc to refuse", () => {
  expect(defineAction(declared).id).toBe("stripe.coupon.get");
  expect(REFUSED.length).toBeGreaterThan(10);
});
