import { Alert } from "~/components/ui/alert";
import { LinkButton } from "~/components/ui/link-button";
import type { ConnectionView } from "~/server/services/connection/schemas";
import { APP_NAME } from "./connection-words";

/** Right after connecting: what is still missing before a recipe can run. */
export function NextSteps({
  workspace,
  connection,
  all,
}: {
  workspace: string;
  connection: ConnectionView;
  all: ConnectionView[];
}) {
  const other = connection.app === "stripe" ? "customerio" : "stripe";
  const complete = all.some((one) => one.app === other);
  return (
    <Alert tone="ok" title={`${APP_NAME[connection.app]} is connected`}>
      <p>
        {complete
          ? "Both sides are connected. Choose a recipe and test it."
          : `Now connect ${APP_NAME[other]}, and recipes can run.`}
      </p>
      <div className="mt-2">
        <LinkButton
          size="sm"
          href={complete ? `/w/${workspace}/recipes/new` : `/w/${workspace}/connections/new/${other}`}
        >
          {complete ? "Choose a recipe" : `Connect ${APP_NAME[other]}`}
        </LinkButton>
      </div>
    </Alert>
  );
}
