"use client";

import { useEffect, useState } from "react";
import { usePoll } from "~/components/run/use-poll";
import { trpc } from "~/server/api/client";
import type { OperationView } from "~/server/services/bulk/schemas";
import { OperationRow } from "./operation-row";

interface LiveOperationsProps {
  workspace: string;
  initial: OperationView[];
  canAct: boolean;
}

/** Operations that keep themselves current while some are running. */
export function LiveOperations({ workspace, initial, canAct }: LiveOperationsProps) {
  const [operations, setOperations] = useState(initial);
  useEffect(() => setOperations(initial), [initial]);
  const put = (changed: OperationView) =>
    setOperations((before) => before.map((one) => (one.id === changed.id ? changed : one)));
  const running = operations.filter(({ status }) => status === "running");
  const refresh = async () => {
    const news = await Promise.all(running.map(({ id }) => trpc.operation.get.query({ workspace, id })));
    for (const one of news) put(one);
  };
  usePoll(refresh, running.length > 0, 1000);
  return (
    <ul className="divide-y">
      {operations.map((operation) => (
        <OperationRow
          key={operation.id}
          workspace={workspace}
          operation={operation}
          canAct={canAct}
          onChange={put}
        />
      ))}
    </ul>
  );
}
