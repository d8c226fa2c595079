import { Asleep, Bars, EmptyTray, FreeLine } from "~/components/illustration/calm";
import { BrokenPage, NothingFound, NotThere } from "~/components/illustration/lost";
import { OpenEnvelope, StillBell } from "~/components/illustration/post";
import { FirstRun, OpenPlug, Vessel, WaitingHook } from "~/components/illustration/traffic";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";
import { Section } from "./section";

const ALL = [
  [<EmptyTray key="a" />, "Nothing failed"],
  [<FreeLine key="a" />, "Nothing is waiting"],
  [<Bars key="a" />, "No long work"],
  [<Asleep key="a" />, "Nothing is snoozed"],
  [<WaitingHook key="a" />, "No event yet"],
  [<FirstRun key="a" />, "Nothing ran"],
  [<Vessel key="a" />, "Sandbox"],
  [<OpenPlug key="a" />, "Nothing is connected"],
  [<NothingFound key="a" />, "Nothing matches"],
  [<NotThere key="a" />, "Not there"],
  [<BrokenPage key="a" />, "A page broke"],
  [<OpenEnvelope key="a" />, "No mail"],
  [<StillBell key="a" />, "Nobody is told"],
] as const;

export function Illustrations() {
  return (
    <Section
      title="Empty states"
      description="Lines in the colour of controls, one accent. Why it is empty, and the one thing to do next."
    >
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] gap-4">
        {ALL.map(([art, name]) => (
          <li
            key={name}
            className="flex flex-col items-center gap-2 rounded-md border py-5 text-xs text-muted"
          >
            {art}
            {name}
          </li>
        ))}
      </ul>
      <EmptyState
        art={<OpenPlug />}
        title="Nothing is connected yet"
        actions={
          <LinkButton variant="primary" href="/design">
            Connect an account
          </LinkButton>
        }
      >
        Recipes need an account to hear from and one to write to.
      </EmptyState>
    </Section>
  );
}
