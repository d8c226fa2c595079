import type { ReactNode } from "react";

/** What a settings page is about, in a sentence below the tabs. */
export function Lead({ children }: { children: ReactNode }) {
  return <p className="mb-4 max-w-3xl text-sm text-muted">{children}</p>;
}
