"use client";

import { useEffect, useState } from "react";
import type { Resolver } from "./preview";

/** The template language, loaded when the first form with previews is shown. */
export function useResolver(wanted: boolean): Resolver | null {
  const [resolver, setResolver] = useState<Resolver | null>(null);
  useEffect(() => {
    if (wanted) void import("./preview").then(({ previewValue }) => setResolver(() => previewValue));
  }, [wanted]);
  return resolver;
}
