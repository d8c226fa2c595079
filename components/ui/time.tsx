"use client";

import { useEffect, useState } from "react";
import { formatAgo, formatUtc } from "./format-time";

/** How long ago, kept current; the exact UTC time is the title. */
export function TimeAgo({ iso, className }: { iso: string; className?: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(timer);
  }, []);
  return (
    // Server and browser may differ by a second; the effect above puts it right.
    <time dateTime={iso} title={formatUtc(iso)} suppressHydrationWarning className={className}>
      {formatAgo(Date.parse(iso), now)}
    </time>
  );
}
