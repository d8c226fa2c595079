import { Panel, PanelHeader } from "~/components/ui/card";
import { Code } from "~/components/ui/code";
import { TimeAgo } from "~/components/ui/time";
import { CreateToken } from "./create-token";
import { RevokeToken } from "./revoke-token";

export interface TokenRow {
  id: string;
  name: string;
  hint: string;
  lastUsedAt: string | null;
  createdAt: string;
}

interface TokenPanelProps {
  workspace: string;
  tokens: TokenRow[];
  isOwner: boolean;
}

/** The bearer tokens of the public API. */
export function TokenPanel({ workspace, tokens, isOwner }: TokenPanelProps) {
  return (
    <Panel>
      <PanelHeader
        title="API tokens"
        description="For the API under /api/v1, in the header “Authorization: Bearer …”."
        actions={isOwner ? <CreateToken workspace={workspace} /> : null}
      />
      {tokens.length === 0 ? (
        <p className="px-4 py-3 text-sm text-muted">
          There is no token.{" "}
          {isOwner ? "Create one to use the API" : "An owner of the workspace can create one"}; the calls are
          described at{" "}
          <a href="/api/v1/openapi.json" className="text-accent-ink underline underline-offset-2">
            /api/v1/openapi.json
          </a>
          .
        </p>
      ) : (
        <ul className="divide-y">
          {tokens.map((token) => (
            <li key={token.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-sm">
              <span className="min-w-0 flex-1 basis-40 truncate font-medium">{token.name}</span>
              <Code>bh_…{token.hint}</Code>
              <span className="text-xs text-faint">
                {token.lastUsedAt ? (
                  <>
                    used <TimeAgo iso={token.lastUsedAt} />
                  </>
                ) : (
                  <>
                    created <TimeAgo iso={token.createdAt} />, never used
                  </>
                )}
              </span>
              {isOwner ? <RevokeToken workspace={workspace} id={token.id} name={token.name} /> : null}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
