import { publicProcedure, router } from "~/server/api/trpc";
import { throttled } from "~/server/auth/throttle";
import { SignUpInput, signUp } from "~/server/services/user/sign-up";

export const userRouter = router({
  signUp: publicProcedure.input(SignUpInput.omit({ slug: true })).mutation(async ({ ctx, input }) => {
    const attempt = { door: "sign-up", email: input.email, address: ctx.address } as const;
    const made = await throttled(attempt, () => signUp(input));
    return { slug: made?.slug };
  }),
});
