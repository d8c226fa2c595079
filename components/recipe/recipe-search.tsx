"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Input } from "~/components/ui/input";
import { withParams } from "~/components/ui/pagination";
import type { RecipeFilters } from "./recipe-filters";

const PAUSE_MS = 250;

/** Search by name, tag, event or action; the words live in the URL. */
export function RecipeSearch({ path, filters }: { path: string; filters: RecipeFilters }) {
  const router = useRouter();
  const [text, setText] = useState(filters.q ?? "");
  const shown = useRef(filters.q ?? "");
  const latest = useRef(filters);
  latest.current = filters;
  const { q } = filters;
  useEffect(() => {
    // Only clearing comes from elsewhere; what was typed meanwhile stays.
    if (q !== undefined || shown.current === "") return;
    shown.current = "";
    setText("");
  }, [q]);
  useEffect(() => {
    if (text.trim() === shown.current) return;
    const timer = setTimeout(() => {
      shown.current = text.trim();
      router.replace(withParams(path, latest.current, { q: shown.current }), { scroll: false });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, path, router]);
  return (
    <Input
      type="search"
      aria-label="Search recipes by name, tag, event or action"
      placeholder="Search name, tag, event or action"
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.target.value)}
      className="sm:max-w-72"
    />
  );
}
