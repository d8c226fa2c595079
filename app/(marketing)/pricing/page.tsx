import { Check, Plus } from "lucide-react";
import type { Metadata } from "next";
import { absolute, publicPage } from "~/app/(marketing)/seo";
import { JsonLd } from "~/components/marketing/json-ld";
import { PublicHead } from "~/components/marketing/public-head";
import { Section } from "~/components/marketing/section";
import { Panel } from "~/components/ui/card";
import { LinkButton } from "~/components/ui/link-button";
import { INCLUDED, PLANS, QUESTIONS } from "./content";

/** Its own address is part of it, and known only when it runs. */
export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata =>
  publicPage({
    path: "/pricing",
    title: "Pricing",
    description:
      "Billhook is free to run yourself, with every feature and without a meter for tasks or runs.",
    picture: "pricing",
  });

export default function Pricing() {
  return (
    <>
      <JsonLd data={questions()} />
      <div className="mx-auto max-w-6xl px-4 pt-8 pb-14 sm:px-6 sm:pt-12 sm:pb-20">
        <PublicHead
          absolute={absolute}
          title="One product, no meter"
          lead="A billing event is not worth less because it is the ten-thousandth. Run Billhook yourself, with everything in it."
        />
        <ul className="mt-10 grid gap-5 md:grid-cols-2">
          {PLANS.map(({ name, price, unit, text, points, action }, index) => (
            <li key={name}>
              <Panel className="flex h-full flex-col gap-5 p-6 sm:p-8">
                <div>
                  <h2 className="text-base font-semibold">{name}</h2>
                  <p className="mt-3 flex items-baseline gap-2">
                    <span className="text-4xl font-semibold tracking-tight">{price}</span>
                    <span className="text-muted">{unit}</span>
                  </p>
                  <p className="mt-3 text-muted">{text}</p>
                </div>
                <ul className="flex flex-col gap-2 border-t pt-5 text-sm">
                  {points.map((point) => (
                    <li key={point} className="flex gap-2.5">
                      <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-accent-ink" />
                      {point}
                    </li>
                  ))}
                </ul>
                <div className="mt-auto pt-1">
                  <LinkButton
                    href={action.href}
                    prefetch={false}
                    variant={index === 1 ? "primary" : "secondary"}
                  >
                    {action.label}
                  </LinkButton>
                </div>
              </Panel>
            </li>
          ))}
        </ul>
      </div>
      <Section title="In every workspace">
        <Panel>
          <dl className="divide-y">
            {INCLUDED.map(([label, value]) => (
              <div key={label} className="grid gap-x-6 gap-y-0.5 px-4 py-3 sm:grid-cols-[18rem_1fr] sm:px-5">
                <dt className="text-muted">{label}</dt>
                <dd className="font-medium">{value}</dd>
              </div>
            ))}
          </dl>
        </Panel>
      </Section>
      <Section title="Questions">
        <div className="max-w-3xl divide-y border-y">
          {QUESTIONS.map(([question, answer]) => (
            <details key={question} className="group">
              <summary className="flex list-none items-center justify-between gap-4 py-4 font-medium">
                {question}
                <Plus
                  aria-hidden
                  className="size-4 shrink-0 text-faint transition-transform group-open:rotate-45"
                />
              </summary>
              <p className="pb-5 text-muted">{answer}</p>
            </details>
          ))}
        </div>
      </Section>
    </>
  );
}

function questions() {
  return {
    "@type": "FAQPage",
    mainEntity: QUESTIONS.map(([name, text]) => ({
      "@type": "Question",
      name,
      acceptedAnswer: { "@type": "Answer", text },
    })),
  };
}
