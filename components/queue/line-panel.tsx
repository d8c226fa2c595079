import { Panel, PanelHeader } from "~/components/ui/card";
import { FactList } from "~/components/ui/fact-list";
import { MoreLink } from "~/components/ui/more-link";
import { TimeAgo } from "~/components/ui/time";
import type { QueueView } from "~/server/services/queue/schemas";
import { drainText } from "./queue-words";

const count = (value: number) => value.toLocaleString("en");

/** Places, and the line before them. */
export function LinePanel({ workspace, queue }: { workspace: string; queue: QueueView }) {
  const { places, line, workers } = queue;
  return (
    <Panel>
      <PanelHeader
        title="Places and line"
        description={drainText(queue)}
        actions={<MoreLink href={`/w/${workspace}/runs?status=queued`}>Queued runs</MoreLink>}
      />
      <FactList
        facts={[
          { label: "Under way", value: `${places.used} of ${places.most} at once` },
          { label: "In line", value: lineText(line) },
          { label: "Oldest in line", value: line.oldestAt ? <TimeAgo iso={line.oldestAt} /> : null },
          {
            label: "Workers",
            value: (
              <span className={workers.alive === 0 ? "text-danger" : ""}>
                {workers.alive === 0 ? "none is running" : `${workers.alive} running`}
                {workers.lastBeatAt ? (
                  <span className="text-faint">
                    {" "}
                    · last sign of life <TimeAgo iso={workers.lastBeatAt} />
                  </span>
                ) : null}
              </span>
            ),
          },
        ]}
      />
    </Panel>
  );
}

/** "1,204: 3 that somebody waits for, 1,201 from events" */
function lineText({ total, first, usual, bulk }: QueueView["line"]): string {
  const parts = [
    first ? `${count(first)} that somebody waits for` : "",
    usual ? `${count(usual)} from events` : "",
    bulk ? `${count(bulk)} of bulk work` : "",
  ].filter(Boolean);
  return parts.length > 0 ? `${count(total)}: ${parts.join(", ")}` : "none";
}
