import type { Metadata } from "next";
import { absolute, publicPage } from "~/app/(marketing)/seo";
import { PairLinksList } from "~/components/marketing/pair-links-list";
import { NAMES } from "~/components/marketing/pair-words";
import { PublicHead } from "~/components/marketing/public-head";
import { AppIcon } from "~/components/ui/app-icon";
import { LinkButton } from "~/components/ui/link-button";
import { popularPairs } from "~/server/recipes/pairs/pair";

/** Its own address is part of it, and known only when it runs. */
export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata =>
  publicPage({
    path: "/connect",
    title: "Stripe and Customer.io: every pair",
    description:
      "What can happen in Stripe and what to do in Customer.io, and the other way round: each pair with its event, its request and a recipe to start from.",
    picture: "pairs",
  });

export default function Pairs() {
  const pairs = popularPairs();
  return (
    <div className="mx-auto max-w-6xl px-4 py-8 sm:px-6 sm:py-10">
      <PublicHead
        absolute={absolute}
        title="Every pair"
        lead="What happens on one side and what to do on the other. Each page shows the event in and the request out."
        actions={<LinkButton href="/">Choose with the picker</LinkButton>}
      />
      {(["stripe", "customerio"] as const).map((app) => {
        const mine = pairs.filter(({ event }) => event.app === app);
        const types = [...new Set(mine.map(({ event }) => event.type))];
        return (
          <section key={app} className="mt-12">
            <h2 className="flex items-center gap-2.5 border-b pb-3 text-xl font-semibold">
              <AppIcon app={app} size={28} />
              When something happens in {NAMES[app]}
            </h2>
            <div className="mt-6 grid gap-x-8 gap-y-9 sm:grid-cols-2 md:grid-cols-3 lg:grid-cols-4">
              {types.map((type) => {
                const own = mine.filter(({ event }) => event.type === type);
                return (
                  <PairLinksList key={type} title={own[0]?.event.title ?? type} pairs={own} by="action" />
                );
              })}
            </div>
          </section>
        );
      })}
    </div>
  );
}
