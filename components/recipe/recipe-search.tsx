"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Input } from "~/components/ui/input";
import { withParams } from "~/components/ui/pagination";

const PAUSE_MS = 250;

/** Search by name; the words live in the URL. */
export function RecipeSearch({ path, query }: { path: string; query: string }) {
  const router = useRouter();
  const [text, setText] = useState(query);
  const shown = useRef(query);
  useEffect(() => {
    if (text.trim() === shown.current) return;
    const timer = setTimeout(() => {
      shown.current = text.trim();
      router.replace(withParams(path, {}, { q: shown.current }), { scroll: false });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, path, router]);
  return (
    <search className="border-b px-4 py-3">
      <Input
        type="search"
        aria-label="Search recipes by name"
        placeholder="Search by name"
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="sm:max-w-72"
      />
    </search>
  );
}
