import Link from "next/link";
import { RefreshWhile } from "~/components/run/refresh-while";
import { Alert } from "~/components/ui/alert";
import { TimeAgo } from "~/components/ui/time";
import type { LimitsView } from "~/server/services/connection/limits-schemas";
import type { ConnectionView } from "~/server/services/connection/schemas";
import { runsText, spanText } from "./limit-words";
import { OAuthLink } from "./oauth-link";

interface HeldNoticeProps {
  workspace: string;
  connection: ConnectionView;
  limits: LimitsView;
}

/** Why nothing goes on with this connection, how many runs wait for it, and the way out. Nothing while all is well. */
export function HeldNotice({ workspace, connection, limits: { held, resting } }: HeldNoticeProps) {
  return (
    <>
      <RefreshWhile active={held !== null || resting !== null} intervalMs={5_000} />
      {held ? (
        <Alert tone="danger" title="The vendor refuses these keys">
          <p>{connection.statusDetail}</p>
          <p className="mt-1">
            First refused <TimeAgo iso={held.since} />.{" "}
            {held.runs === 0 ? "No run is held" : <HeldRuns workspace={workspace} count={held.runs} />} so
            far. Nothing is lost: runs go on where they stand as soon as the account is connected again.
            Billhook also tries the keys by itself every five minutes.
          </p>
          <Reconnect workspace={workspace} connection={connection} />
        </Alert>
      ) : null}
      {resting ? (
        <Alert tone="warn" title="The vendor does not answer">
          Nothing is called for {spanText((Date.parse(resting.until) - Date.now()) / 1_000)}; then one call
          tries it. {resting.runs > 0 ? `${runsText(resting.runs)} wait meanwhile.` : null} {resting.why}
        </Alert>
      ) : null}
    </>
  );
}

function HeldRuns({ workspace, count }: { workspace: string; count: number }) {
  return (
    <>
      <Link href={`/w/${workspace}/runs?status=held`} className="font-medium text-ink underline">
        {runsText(count)}
      </Link>{" "}
      {count === 1 ? "is held" : "are held"}
    </>
  );
}

function Reconnect({ workspace, connection }: Pick<HeldNoticeProps, "workspace" | "connection">) {
  if (connection.sandbox) return null;
  return (
    <p className="mt-2">
      {connection.scopes === undefined ? (
        <a href="#keys" className="font-medium text-accent-ink underline">
          Reconnect with new keys
        </a>
      ) : (
        <OAuthLink workspace={workspace} connection={connection.id} primary />
      )}
    </p>
  );
}
