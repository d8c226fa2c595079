"use client";

import { useState } from "react";
import { usePoll } from "~/components/run/use-poll";
import { Button } from "~/components/ui/button";
import { Panel, PanelHeader } from "~/components/ui/card";
import { trpc } from "~/server/api/client";
import type { LimitsView } from "~/server/services/connection/limits-schemas";
import { LimitForm } from "./limit-form";
import { LimitGauge } from "./limit-gauge";
import { limitTitle } from "./limit-words";

const EVERY_MS = 3_000;

interface LimitsPanelProps {
  workspace: string;
  id: string;
  initial: LimitsView;
}

/** The account's limits: how they are used now, what waits, and how to change them. Keeps itself current. */
export function LimitsPanel({ workspace, id, initial }: LimitsPanelProps) {
  const [limits, setLimits] = useState(initial);
  const [editing, setEditing] = useState<string>();
  const refresh = async () => setLimits(await trpc.connection.limits.query({ workspace, id }));
  usePoll(refresh, true, EVERY_MS);
  const done = () => {
    setEditing(undefined);
    void refresh().catch(() => undefined);
  };
  return (
    <Panel aria-labelledby="limits-title">
      <PanelHeader
        id="limits-title"
        title="Limits"
        description="How often the account is called. All recipes share each limit; a run whose turn has not come waits, and no try is counted."
      />
      <ul className="divide-y">
        {limits.buckets.map((bucket) => (
          <li key={bucket.name} className="px-4 py-3">
            <div className="flex items-start gap-3">
              <div className="min-w-0 flex-1">
                <LimitGauge bucket={bucket} />
              </div>
              {!bucket.name.includes(":") && editing !== bucket.name ? (
                <Button
                  size="sm"
                  aria-label={`Change the limit: ${limitTitle(bucket.name)}`}
                  onClick={() => setEditing(bucket.name)}
                >
                  Change
                </Button>
              ) : null}
            </div>
            {editing === bucket.name ? (
              <LimitForm {...bucket} workspace={workspace} id={id} onDone={done} />
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
