"use client";

import { ArrowUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "~/components/ui/button";
import { useRowKeys } from "~/components/ui/use-row-keys";
import { usePoll } from "./use-poll";

interface LiveListProps {
  /** The ids of its rows: with others the count begins anew. */
  shown: readonly string[];
  /** What one row is called: "run". */
  noun: string;
  active: boolean;
  /** Looks what has changed; returns how many rows are new, 100 for more. */
  look: () => Promise<number>;
  children: ReactNode;
}

const EVERY_MS = 2000;
/** So near to its top a list is being watched rather than read. */
const TOP_PX = 120;

/**
 * A list that keeps itself current. New rows come in by themselves only while nobody would lose their place: otherwise a
 * button says how many there are. j, k and Enter go through its rows.
 */
export function LiveList({ shown, noun, active, look, children }: LiveListProps) {
  const router = useRouter();
  const list = useRef<HTMLDivElement>(null);
  const [fresh, setFresh] = useState({ of: "", count: 0 });
  const key = shown.join();
  useRowKeys(list);
  usePoll(
    async () => {
      const count = await look();
      if (count > 0 && isUnwatched(list.current)) router.refresh();
      else setFresh({ of: key, count });
    },
    active,
    EVERY_MS,
  );
  const count = fresh.of === key ? fresh.count : 0;
  function show() {
    window.scrollTo({ top: 0 });
    router.refresh();
  }
  return (
    <div ref={list} className="relative">
      <div role="status" className="absolute inset-x-0 -top-3.5 z-10 flex justify-center empty:hidden">
        {count > 0 ? (
          <Button size="sm" variant="primary" className="rounded-full shadow-float" onClick={show}>
            <ArrowUp aria-hidden />
            {count === 1 ? `1 new ${noun}` : `${count >= 100 ? "More than 99" : count} new ${noun}s`}
          </Button>
        ) : null}
      </div>
      {children}
    </div>
  );
}

/** True while nobody points at the list, is in it with the keyboard, or has scrolled down. */
function isUnwatched(list: HTMLElement | null): boolean {
  if (!list) return true;
  return window.scrollY < TOP_PX && !list.matches(":hover") && !list.contains(document.activeElement);
}
