import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";
import { withParams } from "~/components/ui/pagination";

interface NoTemplateProps {
  path: string;
  q: string;
  category: string | undefined;
  /** How many match the words in the other categories. */
  elsewhere: number;
}

/** What a gallery shows when nothing matches: the same search everywhere, or everything. */
export function NoTemplate({ path, q, category, elsewhere }: NoTemplateProps) {
  return (
    <EmptyState
      title={category && q ? `No template in ${category} matches “${q}”` : `No template matches “${q}”`}
      actions={
        <>
          {elsewhere > 0 ? (
            <LinkButton variant="primary" href={withParams(path, { q }, {})}>
              Show {elsewhere} in other categories
            </LinkButton>
          ) : null}
          <LinkButton href={path}>Show all templates</LinkButton>
        </>
      }
    >
      Try another word, such as an event, an app or what should happen. A recipe can also be built from
      nothing, for any of Stripe's events.
    </EmptyState>
  );
}
