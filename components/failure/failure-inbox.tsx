"use client";

import { useRef, useState } from "react";
import { Button } from "~/components/ui/button";
import type { FailureGroup } from "~/server/services/failure/schemas";
import type { Member } from "./assign-menu";
import { FailureActions, useResolve } from "./failure-actions";
import { FailureRow } from "./failure-row";
import { KeyHints } from "./key-hints";
import { useInboxKeys } from "./use-inbox-keys";

interface FailureInboxProps {
  workspace: string;
  groups: FailureGroup[];
  members: Member[];
  canAct: boolean;
}

/** The list of causes: go through it with the keyboard, select some, do something about them. */
export function FailureInbox({ workspace, groups, members, canAct }: FailureInboxProps) {
  const list = useRef<HTMLUListElement>(null);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const clear = () => setSelected(new Set());
  // What somebody else took care of meanwhile is no longer chosen.
  const chosen = groups.filter(({ key }) => selected.has(key));
  const resolve = useResolve(workspace, clear);
  const toggle = (key: string) =>
    setSelected(
      (before) => new Set(before.has(key) ? [...before].filter((one) => one !== key) : [...before, key]),
    );
  useInboxKeys(list, {
    clear,
    select: (key) => canAct && toggle(key),
    resolve: (focused) => {
      const keys = chosen.length > 0 ? chosen.map(({ key }) => key) : [focused].filter((key) => key !== null);
      if (canAct && keys.length > 0 && !resolve.pending) void resolve.run({ workspace, keys });
    },
  });
  return (
    <>
      {canAct ? (
        <div className="flex min-h-12 flex-wrap items-center gap-2 border-b px-4 py-2">
          <label className="flex items-center gap-3 text-sm text-muted">
            <input
              type="checkbox"
              ref={(box) => {
                if (box) box.indeterminate = chosen.length > 0 && chosen.length < groups.length;
              }}
              checked={chosen.length === groups.length}
              onChange={() =>
                chosen.length === groups.length ? clear() : setSelected(new Set(groups.map(({ key }) => key)))
              }
              className="size-4 accent-accent pointer-coarse:size-5"
            />
            {chosen.length === 0 ? "Select all" : `${chosen.length} selected`}
          </label>
          {chosen.length > 0 ? (
            <>
              <FailureActions
                workspace={workspace}
                groups={chosen}
                members={members}
                onGone={clear}
                onChanged={clear}
              />
              <Button variant="ghost" onClick={clear}>
                Clear
              </Button>
            </>
          ) : null}
        </div>
      ) : null}
      <ul ref={list} aria-label="Causes" className="divide-y">
        {groups.map((group) => (
          <FailureRow
            key={group.key}
            group={group}
            href={`/w/${workspace}/inbox/${group.key}`}
            {...(canAct && {
              selection: { selected: selected.has(group.key), onSelect: () => toggle(group.key) },
            })}
          />
        ))}
      </ul>
      <KeyHints canAct={canAct} />
    </>
  );
}
