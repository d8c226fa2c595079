import { z } from "zod";
import { hashPassword } from "~/server/auth/password";
import { randomToken } from "~/server/crypto";
import { prisma } from "~/server/db";
import { AppError } from "~/server/errors";
import { Prisma } from "~/server/generated/prisma/client";

export const SignUpInput = z.strictObject({
  email: z.email("Enter a valid e-mail address.").trim().toLowerCase().max(254),
  password: z.string().min(10, "Use at least 10 characters.").max(200),
  name: z.string().trim().max(80).optional(),
  workspace: z.string().trim().min(1, "Name your workspace.").max(60),
  /** Only the demo seed asks for a certain slug. */
  slug: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional(),
});

interface SignedUp {
  userId: string;
  workspaceId: string;
  slug: string;
}

/** Makes a user with a workspace of their own, all or nothing. Throws `conflict` when the e-mail is taken. */
export async function signUp(input: z.input<typeof SignUpInput>): Promise<SignedUp> {
  const { password, ...account } = SignUpInput.parse(input);
  const passwordHash = await hashPassword(password);
  for (let tries = 0; ; tries += 1) {
    await refuseTaken(account.email);
    try {
      return await makeAccount(account, passwordHash);
    } catch (error) {
      // Somebody was quicker with the e-mail (the next look says so) or with the slug (the next one is free).
      if (!isUniqueViolation(error) || tries === 3) throw error;
    }
  }
}

async function refuseTaken(email: string): Promise<void> {
  if (!(await prisma().user.findUnique({ where: { email }, select: { id: true } }))) return;
  throw new AppError("conflict", "There is already an account with this e-mail address. Sign in instead.", {
    field: "email",
  });
}

async function makeAccount(
  { email, name, workspace, slug: wanted }: Omit<z.output<typeof SignUpInput>, "password">,
  passwordHash: string,
): Promise<SignedUp> {
  const slug = wanted ?? (await freeSlug(workspace));
  return prisma().$transaction(async (tx) => {
    const user = await tx.user.create({ data: { email, name: name ?? null, passwordHash } });
    const made = await tx.workspace.create({
      data: { slug, name: workspace, memberships: { create: { userId: user.id, role: "owner" } } },
    });
    return { userId: user.id, workspaceId: made.id, slug };
  });
}

const isUniqueViolation = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";

/** The name as a slug; a taken one gets a short random end. */
export async function freeSlug(name: string): Promise<string> {
  const base =
    name
      .toLowerCase()
      .normalize("NFKD")
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 32) || "workspace";
  const taken = await prisma().workspace.findUnique({ where: { slug: base }, select: { id: true } });
  return taken
    ? `${base}-${randomToken(4)
        .toLowerCase()
        .replace(/[^a-z0-9]/g, "x")}`
    : base;
}
