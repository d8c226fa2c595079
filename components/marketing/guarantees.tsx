const GUARANTEES = [
  {
    title: "Stored before it is acknowledged",
    text: "Stripe gets its “200 OK” only after the event, its runs and their jobs are committed in one database transaction. If that fails, Stripe is told so and sends the event again.",
  },
  {
    title: "The same event twice runs once",
    text: "Stripe may deliver an event several times. Billhook keeps one row for each event id of an account; a repeat is counted, answered and does nothing else.",
  },
  {
    title: "A retry is recognised as a retry",
    text: "Each step has one key, made from the event and the step. Stripe gets it as its idempotency key, Customer.io as the id of the tracked event. Finished steps are not run again after a crash.",
  },
  {
    title: "When we cannot know, we say so",
    text: "If a request to send an e-mail times out, it may have gone out. Billhook does not send it a second time on a guess: the run ends as “Outcome unknown”, and you decide.",
  },
];

/** Why nothing is lost or sent twice: what is done, not what is promised. */
export function Guarantees() {
  return (
    <dl className="grid gap-x-12 gap-y-8 md:grid-cols-2">
      {GUARANTEES.map(({ title, text }) => (
        <div key={title}>
          <dt className="text-lg font-semibold">{title}</dt>
          <dd className="mt-1 text-muted">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
