import { ArrowUpRight } from "lucide-react";
import { buttonStyle } from "~/components/ui/button-style";

interface OAuthLinkProps {
  workspace: string;
  /** The connection to reconnect; a new one without it. */
  connection?: string;
  primary?: boolean;
}

/** Leads to Stripe, where the account's owner allows the access; no link that is fetched ahead of the click. */
export function OAuthLink({ workspace, connection, primary = false }: OAuthLinkProps) {
  const query = new URLSearchParams({ workspace, ...(connection ? { connection } : {}) });
  return (
    <a
      href={`/api/oauth/stripe/start?${query}`}
      className={buttonStyle(primary ? "primary" : "secondary", "md")}
    >
      {connection ? "Reconnect with Stripe" : "Connect with Stripe"}
      <ArrowUpRight aria-hidden />
    </a>
  );
}
