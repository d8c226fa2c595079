export const WHEN: readonly [string, string][] = [
  [
    "embedded",
    "The default. A queue in the same PostgreSQL and one worker process: nothing else to run, and the fastest on one machine. More workers on other machines may share the database.",
  ],
  [
    "inngest",
    "Inngest calls the web process for every run. Take it where only web processes can run (a serverless host), when one machine is not enough, or when your team runs its other jobs on Inngest and wants to see them in one place.",
  ],
];

export const CLOUD = `# Keys: app.inngest.com → your environment → Manage
ENGINE=inngest
INNGEST_EVENT_KEY=…
INNGEST_SIGNING_KEY=signkey-prod-…
APP_URL=https://billhook.example.com   # where Inngest reaches /api/inngest
npm start`;

export const SELF_HOSTED = `# Inngest's own server, with its state in PostgreSQL and Redis
export INNGEST_EVENT_KEY=$(openssl rand -hex 16)
export INNGEST_SIGNING_KEY=$(openssl rand -hex 32)
inngest start \\
  --event-key "$INNGEST_EVENT_KEY" --signing-key "$INNGEST_SIGNING_KEY" \\
  --postgres-uri postgres://inngest:…@db:5432/inngest \\
  --redis-uri redis://redis:6379 \\
  --sdk-url https://billhook.example.com/api/inngest

# Billhook, with the same two keys
ENGINE=inngest INNGEST_BASE_URL=http://inngest:8288 npm start`;

export const DEV = `npx inngest-cli dev -u http://localhost:3000/api/inngest
ENGINE=inngest INNGEST_DEV=1 npm start`;

export const STAYS: readonly [string, string][] = [
  [
    "PostgreSQL",
    "It holds everything: events, runs, every step's journal. Inngest holds only what is under way, so its data may be lost without losing an event.",
  ],
  [
    "Events",
    "They are received, matched and stored in one transaction, and answered only then. Inngest is told after that; what it could not be told is sent again.",
  ],
  [
    "Retries and limits",
    "Retry classes, waits, keys, rate limits of connections, lanes, pauses and the number of runs at once are Billhook's own and hold for both engines.",
  ],
  [
    "Runs",
    "Their pages, the API and the command line are the same. One suite of tests runs over both engines and expects the same journals.",
  ],
];

export const CHANGES: readonly [string, string][] = [
  [
    "The worker",
    "It is optional. Without it Inngest's crons do its work once a minute: schedules and polls, waiting runs, healing, notifications. With it, the same happens within seconds. Both may run: each piece of work is claimed once.",
  ],
  [
    "Waits",
    "A run that waits sets an alarm at Inngest and goes on about a second after its time. A wait of more than six days needs no alarm: it goes on within a minute of its time.",
  ],
  [
    "Long runs",
    "A call of Inngest's works for five seconds, then another goes on. So a loop of 200 items costs one to three calls, not one for each item.",
  ],
  [
    "Fairness",
    "Inngest, too, is told: 16 runs of one workspace at once, 50 started a second, and whoever waits for an answer comes first. Its throttle has one key a run, and a run may use many connections, so their limits are kept in PostgreSQL.",
  ],
  [
    "Plans of Inngest Cloud",
    "The plan has to allow 16 steps at once. Each run is one execution, each wait one more, and each cron one a minute.",
  ],
  [
    "Readiness",
    "/api/health/ready asks Inngest instead of the worker. When it does not answer, or a key is missing, it says 503 and what to do.",
  ],
];

export const BACK =
  "Stop Billhook, change ENGINE, start it again. Runs that were under way go on where their journal stands: within a minute when you switch to the embedded engine, and to Inngest within half an hour at most.";
