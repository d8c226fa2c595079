"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { Panel } from "~/components/ui/card";
import { Disclosure } from "~/components/ui/disclosure";
import { Skeleton } from "~/components/ui/skeleton";
import { useEditor } from "./editor-context";

/** Comes when it is opened. */
const ChangePanel = dynamic(
  () => import("~/components/prompt/change-panel").then((module) => module.ChangePanel),
  { ssr: false, loading: () => <Skeleton className="h-26" /> },
);

/** Says what shall be different instead of editing it; what is accepted is one edit, which undo takes back. */
export function ChangeInWords() {
  const { workspace, state, dispatch } = useEditor();
  const [opened, setOpened] = useState(false);
  return (
    <Panel aria-label="Change it in words" className="mt-4">
      <Disclosure
        className="px-4 py-3"
        onOpen={() => setOpened(true)}
        summary={
          <>
            <span className="font-medium text-ink">Change it in words:</span> say it, see what differs, then
            accept
          </>
        }
      >
        {opened ? (
          <ChangePanel
            workspace={workspace}
            definition={state.definition}
            onAccept={(definition) => dispatch({ type: "accepted", definition })}
          />
        ) : null}
      </Disclosure>
    </Panel>
  );
}
