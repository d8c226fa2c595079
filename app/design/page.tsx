import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Colours, Motion, Space, Type } from "~/components/design/foundations";
import { Illustrations } from "~/components/design/illustrations";
import { Controls, Overlays, Toasts } from "~/components/design/interactions";
import { States, Tables } from "~/components/design/surfaces";
import { SkipLink } from "~/components/shell/skip-link";
import { Logo } from "~/components/ui/logo";
import { PageHeader } from "~/components/ui/page-header";
import { ThemeToggle } from "~/components/ui/theme-toggle";
import { env } from "~/server/env";

export const metadata: Metadata = { title: "Design", robots: { index: false } };

/** Every token and primitive at a glance, for whoever builds pages; it does not exist outside development. */
export default function DesignPage() {
  if (env.NODE_ENV !== "development") notFound();
  return (
    <>
      <SkipLink />
      <main id="content" className="mx-auto max-w-6xl px-4 py-7 sm:px-6">
        <div className="mb-8 flex items-center justify-between">
          <Logo />
          <ThemeToggle />
        </div>
        <PageHeader
          title="Design"
          description="The tokens of app/globals.css and the primitives of components/ui. Build with these; make them better rather than beside them."
        />
        <div className="flex flex-col gap-5">
          <Colours />
          <div className="grid items-start gap-5 lg:grid-cols-2">
            <Type />
            <div className="flex flex-col gap-5">
              <Space />
              <Motion />
            </div>
          </div>
          <Controls />
          <Overlays />
          <Toasts />
          <Tables />
          <States />
          <Illustrations />
        </div>
      </main>
    </>
  );
}
