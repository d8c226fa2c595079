import type { HttpAuthKind } from "~/server/connectors/http/credentials";

interface AuthField {
  key: string;
  label: string;
  hint?: string;
  placeholder?: string;
  secret?: true;
  optional?: true;
}

export const AUTH_CHOICES: Record<HttpAuthKind, string> = {
  bearer: "Bearer token",
  header: "A header of its own",
  basic: "User name and password",
  oauth2: "OAuth 2.0 client credentials",
  none: "No authentication",
};

/** What each kind of credentials asks for, in the order of the form. */
export const AUTH_FIELDS: Record<HttpAuthKind, readonly AuthField[]> = {
  none: [],
  bearer: [{ key: "token", label: "Token", hint: "Sent as “Authorization: Bearer …”.", secret: true }],
  header: [
    { key: "name", label: "Header", placeholder: "X-Api-Key" },
    { key: "value", label: "Value", secret: true },
  ],
  basic: [
    {
      key: "username",
      label: "User name",
      hint: "If the API takes only a key as the user name, leave the password empty.",
    },
    { key: "password", label: "Password", secret: true },
  ],
  oauth2: [
    { key: "tokenUrl", label: "Token address", placeholder: "https://login.example.com/oauth/token" },
    { key: "clientId", label: "Client id" },
    { key: "clientSecret", label: "Client secret", secret: true },
    { key: "scope", label: "Scope", hint: "Several with a space between.", optional: true },
    {
      key: "audience",
      label: "Audience",
      hint: "Only if the API's documentation names one.",
      optional: true,
    },
  ],
};
