import Link from "next/link";
import type { ReactNode } from "react";

const STEPS: readonly { title: string; text: ReactNode }[] = [
  {
    title: "Connect",
    text: "Paste a restricted Stripe key and your Customer.io keys; each permission is tried and named. No keys yet? One click opens sandbox accounts that answer like the real ones.",
  },
  {
    title: "Choose and test",
    text: (
      <>
        Take one of the <Link href="/templates">templates</Link>, a pair, or a sentence of yours. Test it with
        a real event and read each request word for word before anything is sent.
      </>
    ),
  },
  {
    title: "Set it live",
    text: "From then on it runs for every event. Each run keeps its steps, inputs, answers and attempts, so you can always say what happened, and run it again.",
  },
];

/** The way from nothing to a live recipe, in three steps. */
export function HowItWorks() {
  return (
    <ol className="grid overflow-hidden rounded-lg border bg-surface max-md:divide-y md:grid-cols-3 md:divide-x [&_a]:text-ink [&_a]:underline">
      {STEPS.map(({ title, text }, index) => (
        <li key={title} className="p-5 sm:p-6">
          <p className="font-mono text-xs text-accent-ink">{index + 1}</p>
          <h3 className="mt-3 text-lg font-semibold">{title}</h3>
          <p className="mt-1.5 text-muted">{text}</p>
        </li>
      ))}
    </ol>
  );
}
