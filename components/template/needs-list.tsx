import type { ReactNode } from "react";
import { Code } from "~/components/ui/code";
import type { Needs } from "~/server/recipes/gallery/needs";

interface NeedsListProps {
  needs: Needs;
  /** What the trigger's connection has to receive; nothing for triggers that need none. */
  receives: readonly string[];
}

/** What there has to be before a template can go live, each with why. */
export function NeedsList({ needs, receives }: NeedsListProps) {
  const has = (app: Needs["apps"][number]) => needs.apps.includes(app);
  const lines: [key: string, line: ReactNode][] = [
    ...(has("stripe")
      ? [
          line(
            "stripe",
            receives.length > 0 ? (
              <>A Stripe connection that receives {receives.join(", ")}.</>
            ) : (
              "A Stripe connection."
            ),
          ),
        ]
      : []),
    ...(has("customerio")
      ? [
          line(
            "customerio",
            `A Customer.io connection with a Site ID and a Track API key${needs.appApiKey ? ", and an App API key" : ""}.`,
          ),
        ]
      : []),
    ...(has("http") ? [line("http", "A connection with the credentials of the web API that it calls.")] : []),
    ...needs.messages.map((name) =>
      line(
        name,
        <>
          A transactional message in Customer.io with the trigger name <Code>{name}</Code>.
        </>,
      ),
    ),
    ...(needs.channel ? [line("channel", "A channel of your team, such as Slack or e-mail.")] : []),
    ...(needs.apps.length > 0
      ? [line("sandbox", "Or none of the accounts yet: both sandbox accounts open with one click.")]
      : []),
  ];
  return (
    <ul className="list-disc p-4 pl-9 text-sm text-muted marker:text-faint">
      {lines.map(([key, text]) => (
        <li key={key}>{text}</li>
      ))}
    </ul>
  );
}

const line = (key: string, text: ReactNode): [string, ReactNode] => [key, text];
