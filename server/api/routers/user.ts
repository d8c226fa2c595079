import { z } from "zod";
import { publicProcedure, router, userProcedure } from "~/server/api/trpc";
import { throttled } from "~/server/auth/throttle";
import { acceptInvitation } from "~/server/services/member/accept-invitation";
import { JoinInput, joinWorkspace } from "~/server/services/member/join";
import { readInvitation } from "~/server/services/member/read-invitation";
import { SignUpInput, signUp } from "~/server/services/user/sign-up";

const link = z.object({ token: z.string().max(100) });

export const userRouter = router({
  signUp: publicProcedure.input(SignUpInput.omit({ slug: true })).mutation(async ({ ctx, input }) => {
    const attempt = { door: "sign-up", email: input.email, address: ctx.address } as const;
    const made = await throttled(attempt, () => signUp(input));
    return { slug: made?.slug };
  }),
  invitation: publicProcedure.input(link).query(({ input }) => readInvitation(input)),
  join: publicProcedure.input(JoinInput).mutation(async ({ ctx, input }) => {
    const attempt = { door: "sign-up", email: input.token, address: ctx.address } as const;
    return throttled(attempt, () => joinWorkspace(input));
  }),
  acceptInvitation: userProcedure
    .input(link)
    .mutation(({ ctx, input }) => acceptInvitation({ user: ctx.user, token: input.token })),
});
