import { NotThere } from "~/components/illustration/lost";
import { Panel } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";

/** Inside a workspace: the workspace is there, the thing is not. */
export default function NotFound() {
  return (
    <Panel>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        art={<NotThere />}
        title="There is no such thing in this workspace"
        actions={<LinkButton href="/start">Back to the overview</LinkButton>}
      >
        It may have been deleted, or the address is mistyped.
      </EmptyState>
    </Panel>
  );
}
