import { SHORTEST } from "~/server/connectors/hide";
import type { HttpAuth } from "./credentials";

/** The one header that a connection adds to requests to its origin. */
export interface Credential {
  name: string;
  value: string;
}

/** The header of these credentials; OAuth 2.0 needs the token that was fetched for it. Null without authentication. */
export function credentialOf(auth: HttpAuth, token: string | null): Credential | null {
  switch (auth.kind) {
    case "none":
      return null;
    case "basic":
      return { name: "authorization", value: `Basic ${basic(auth.username, auth.password)}` };
    case "bearer":
      return { name: "authorization", value: `Bearer ${auth.token}` };
    case "header":
      return { name: auth.name.toLowerCase(), value: auth.value };
    case "oauth2":
      return token === null ? null : { name: "authorization", value: `Bearer ${token}` };
  }
}

export function basic(name: string, password: string): string {
  return Buffer.from(`${name}:${password}`).toString("base64");
}

/** What must never be seen of these credentials, wherever it turns up. */
export function secretsOf(auth: HttpAuth, token: string | null = null): string[] {
  switch (auth.kind) {
    case "none":
      return [];
    case "basic":
      // Some APIs take their key as the user name, with a password that says nothing.
      return [
        basic(auth.username, auth.password),
        ...(auth.password.length < SHORTEST ? [auth.username] : [auth.password]),
      ];
    case "bearer":
      return [auth.token];
    case "header":
      // "Token abc": what follows the scheme is the secret.
      return [auth.value, ...auth.value.split(" ").slice(1)];
    case "oauth2":
      return [basic(auth.clientId, auth.clientSecret), auth.clientSecret, ...(token === null ? [] : [token])];
  }
}
