const STEPS = [
  {
    title: "Connect",
    text: "Paste a restricted Stripe key and your Customer.io keys. No keys yet? Open sandbox accounts: a simulated Stripe and Customer.io that answer like the real ones.",
  },
  {
    title: "Choose and test",
    text: "Take a template, map the fields beside a real event, and press Test. You see each request it would send, word for word, before anything is sent.",
  },
  {
    title: "Set it live",
    text: "From then on it runs for every event. Each run keeps its steps, inputs, answers and attempts, so you can always say what happened and why.",
  },
];

/** The way from nothing to a live recipe, in three steps. */
export function HowItWorks() {
  return (
    <ol className="grid gap-8 md:grid-cols-3">
      {STEPS.map(({ title, text }, index) => (
        <li key={title} className="border-t-2 border-accent pt-4">
          <p className="font-mono text-xs text-faint">{index + 1}</p>
          <h3 className="mt-1 text-lg font-semibold">{title}</h3>
          <p className="mt-1 text-muted">{text}</p>
        </li>
      ))}
    </ol>
  );
}
