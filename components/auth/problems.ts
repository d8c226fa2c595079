import type { ActionError } from "~/components/ui/action-error";

/** What is wrong with a form: a sentence for the whole, or one for each field. */
export interface Problem {
  message?: string;
  fields: Record<string, string>;
}

const OWN_ADDRESS = "Sign in the way you did before, or with e-mail and password.";

/** The codes that next-auth puts into `?error=`. https://next-auth.js.org/configuration/pages#error-page */
const CALLBACK: Record<string, string> = {
  EmailNotVerified: "Your e-mail address is not verified there yet. Verify it, then sign in again.",
  AccessDenied: "The other site did not let you in. Try again, or use e-mail and password.",
  OAuthAccountNotLinked: OWN_ADDRESS,
  SessionRequired: "Sign in first.",
  CredentialsSignin: "The e-mail address or the password is wrong.",
};

/** Why somebody was sent back to the sign-in page, or null. */
export function callbackProblem(code: string | undefined): string | null {
  if (!code) return null;
  return CALLBACK[code] ?? "Signing in did not work. Try again, or use e-mail and password.";
}

/** What `signIn("credentials")` answered, in words: next-auth passes the text of our own errors on. */
export function signInProblem(error: string): Problem {
  return {
    message:
      error === "CredentialsSignin"
        ? "The e-mail address or the password is wrong. Check both, or create an account."
        : error,
    fields: {},
  };
}

/** Puts a refused sign-up at the field it is about. */
export function signUpProblem({ message, details, fields }: ActionError): Problem {
  const field = (details as { field?: string } | undefined)?.field;
  if (field) return { fields: { [field]: message } };
  return Object.keys(fields).length > 0 ? { fields } : { message, fields: {} };
}
