"use client";

import { useEffect, useState } from "react";
import type { Resolver } from "./preview";

/** The template language, loaded after the page is there: it is needed only for previews. */
export function useResolver(): Resolver | null {
  const [resolver, setResolver] = useState<Resolver | null>(null);
  useEffect(() => {
    void import("./preview").then(({ previewValue }) => setResolver(() => previewValue));
  }, []);
  return resolver;
}
