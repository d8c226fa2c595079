interface Section {
  title: string;
  rows: readonly [name: string, text: string][];
}

/** What the prompt box does by itself, and with a language model. */
export const SECTIONS: readonly Section[] = [
  {
    title: "From a sentence to a draft",
    rows: [
      [
        "What it reads",
        "When something happens, conditions with amounts, countries, plans and statuses, waits, “at most once a day”, several actions in order, lists, schedules, web addresses, and the names of Stripe's events as they are.",
      ],
      [
        "What you get",
        "A draft, and what each part of the sentence became. It runs only when somebody of your team sets it live.",
      ],
      [
        "What is left to you",
        "An account where there are several, the channel that tells your team, and the tick at “I understand” of everything that cannot be undone: refunds, deletions, voided invoices. No sentence ticks it.",
      ],
      [
        "What is refused",
        "What would change very many things at once, and text that asks for something else than an automation.",
      ],
    ],
  },
  {
    title: "With a language model",
    rows: [
      [
        "Turning it on",
        "Whoever runs this install sets AI_PROVIDER and AI_API_KEY. Without them, no text leaves Billhook, and the built-in compiler writes every draft.",
      ],
      [
        "What is sent",
        "Your sentence, with keys of Stripe hidden, and Billhook's list of triggers, events and actions. Nothing else: no events, no customers, no names or keys of your accounts, nothing of other recipes.",
      ],
      [
        "What its answer may do",
        "It becomes a draft like any other, after the same checks. Accounts and ticks in it are taken out. An answer with mistakes is sent back once; then the built-in compiler's draft stands.",
      ],
      [
        "When it is slow or fails",
        "After ten seconds, or any error, you get the built-in compiler's draft, and a line that says why.",
      ],
      [
        "How often",
        "Each workspace has a number of drafts a day (100 unless set otherwise). Beyond it the built-in compiler goes on. “Change it in words” in the editor never asks a model.",
      ],
      ["Without it, once", "POST /api/v1/drafts takes “model”: false."],
    ],
  },
  {
    title: "Settings of the install",
    rows: [
      [
        "AI_PROVIDER",
        "openai, anthropic, or openai-compatible for any server that speaks OpenAI's chat completions.",
      ],
      ["AI_API_KEY", "Its key. It is sent to that provider only, follows no redirect, and is never logged."],
      [
        "AI_BASE_URL",
        "The root of its API, such as http://localhost:11434/v1. Needed for openai-compatible.",
      ],
      [
        "AI_MODEL",
        "The model's name. Needed for openai-compatible; the others have a small, quick one of their own.",
      ],
      [
        "AI_DRAFTS_PER_DAY",
        "How many drafts each workspace may have a model write in a day: 100; 0 turns it off.",
      ],
      ["AI_TIMEOUT_MS", "How long a draft may take, both tries together: 10000, which is also the most."],
    ],
  },
];
