import { publicProcedure, router } from "~/server/api/trpc";
import { SignUpInput, signUp } from "~/server/services/user/sign-up";

export const userRouter = router({
  signUp: publicProcedure.input(SignUpInput.omit({ slug: true })).mutation(async ({ input }) => {
    const { slug } = await signUp(input);
    return { slug };
  }),
});
