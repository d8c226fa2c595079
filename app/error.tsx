"use client";

import { buttonClasses } from "~/components/ui/button-classes";

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main className="mx-auto flex min-h-[60dvh] max-w-md flex-col items-start justify-center gap-3 px-6">
      <h1 className="text-2xl font-semibold">Something went wrong on our side</h1>
      <p className="text-muted">
        This page could not be shown. Events keep arriving and runs go on; only the page is affected.
        {error.digest ? ` If it stays, tell whoever runs this install the code ${error.digest}.` : ""}
      </p>
      <div className="mt-2 flex gap-2">
        <button type="button" className={buttonClasses("primary")} onClick={reset}>
          Try again
        </button>
        {/* A whole load: what failed may be what is loaded. */}
        <a href="/" className={buttonClasses("secondary")}>
          Front page
        </a>
      </div>
    </main>
  );
}
