import type { Account, NextAuthOptions, Profile } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import GitHubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import { z } from "zod";
import { env } from "~/server/env";
import { signInOAuth } from "~/server/services/user/sign-in-oauth";
import { verifyCredentials } from "~/server/services/user/verify-credentials";
import { clientAddress } from "./client-address";
import { throttled } from "./throttle";

const credentials = CredentialsProvider({
  name: "E-mail and password",
  credentials: { email: { type: "email" }, password: { type: "password" } },
  async authorize(given, request) {
    const { email, password } = given ?? {};
    if (!email || !password) return null;
    const attempt = { door: "sign-in", email, address: clientAddress(request.headers) } as const;
    return throttled(attempt, () => verifyCredentials(email, password));
  },
});

/** The optional sign-ins whose keys are set. */
export const oauthProviders = [
  ...(env.GITHUB_ID && env.GITHUB_SECRET ? [{ id: "github", name: "GitHub" }] : []),
  ...(env.GOOGLE_CLIENT_ID && env.GOOGLE_CLIENT_SECRET ? [{ id: "google", name: "Google" }] : []),
];

/** next-auth's options: JWT sessions that carry nothing but the user's id. https://next-auth.js.org/configuration/options */
export const authOptions: NextAuthOptions = {
  secret: env.authSecret(),
  session: { strategy: "jwt" },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [
    credentials,
    ...(env.GITHUB_ID && env.GITHUB_SECRET
      ? [GitHubProvider({ clientId: env.GITHUB_ID, clientSecret: env.GITHUB_SECRET })]
      : []),
    ...(env.GOOGLE_CLIENT_ID && env.GOOGLE_CLIENT_SECRET
      ? [GoogleProvider({ clientId: env.GOOGLE_CLIENT_ID, clientSecret: env.GOOGLE_CLIENT_SECRET })]
      : []),
  ],
  callbacks: {
    async signIn({ user, account, profile }) {
      if (account?.type !== "oauth") return true;
      const emailVerified = await isVerified(account, user.email, profile);
      const userId = await signInOAuth({
        ...identityOf(account),
        email: user.email,
        emailVerified,
        name: user.name,
      });
      return userId ? true : "/sign-in?error=EmailNotVerified";
    },
    async jwt({ token, user, account }) {
      if (!account || !user) return token;
      // `signIn` has just seen to it that this identity has a user.
      const id = account.type === "oauth" ? await signInOAuth(identityOf(account)) : user.id;
      if (!id) throw new Error(`${account.provider} sign-in has no user`);
      return { ...token, sub: id };
    },
    session: ({ session, token }) => ({ ...session, userId: token.sub }),
  },
};

const identityOf = ({ provider, providerAccountId }: Account) => ({ provider, subject: providerAccountId });

/** Whether the provider vouches that the person owns this address. Google says so itself; GitHub has to be asked. */
async function isVerified(
  { provider, access_token }: Account,
  email: string | null | undefined,
  profile: Profile | undefined,
): Promise<boolean> {
  if (provider !== "github")
    return (profile as { email_verified?: boolean } | undefined)?.email_verified === true;
  const headers = { authorization: `Bearer ${access_token}`, "user-agent": "billhook" };
  const response = await fetch("https://api.github.com/user/emails", { headers });
  const emails: unknown = response.ok ? await response.json() : [];
  return GitHubEmails.parse(emails).some((known) => known.verified && known.email === email);
}

/** https://docs.github.com/en/rest/users/emails */
const GitHubEmails = z.array(z.object({ email: z.string(), verified: z.boolean() }));
