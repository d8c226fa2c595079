import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import GitHubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import { env } from "~/server/env";
import { signInOAuth } from "~/server/services/user/sign-in-oauth";
import { verifyCredentials } from "~/server/services/user/verify-credentials";

const credentials = CredentialsProvider({
  name: "E-mail and password",
  credentials: { email: { type: "email" }, password: { type: "password" } },
  authorize: (given) =>
    given?.email && given.password ? verifyCredentials(given.email, given.password) : null,
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
    async jwt({ token, user, account, profile }) {
      if (!account || !user) return token;
      if (account.type === "credentials") return { ...token, sub: user.id };
      // GitHub only tells an e-mail it has verified; Google says so itself.
      const emailVerified =
        account.provider === "github" ||
        (profile as { email_verified?: boolean } | undefined)?.email_verified === true;
      const { provider, providerAccountId: subject } = account;
      return {
        ...token,
        sub: await signInOAuth({ provider, subject, email: user.email, emailVerified, name: user.name }),
      };
    },
    session: ({ session, token }) => ({ ...session, userId: token.sub }),
  },
};
