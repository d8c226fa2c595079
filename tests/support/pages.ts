/** What there has to be for the pages to show something: ids that are found when the suite starts. */
export interface Places {
  recipe: string;
  run: string;
  failedRun: string;
  event: string;
  failure: string;
  connection: string;
  person: string;
}

/** Every page for visitors, by the name of its picture. */
export const PUBLIC_PAGES: Record<string, string> = {
  front: "/",
  "front-other-way": "/?event=customerio.segment.entered",
  templates: "/templates",
  "template-search": "/templates?q=trial",
  template: "/templates/new-customer",
  pairs: "/connect",
  pair: "/connect/invoice.payment_failed/customerio.event.track",
  pricing: "/pricing",
  docs: "/docs",
  "docs-app": "/docs/stripe",
  "docs-action": "/docs/customerio/message.send",
  "docs-triggers": "/docs/triggers",
  "docs-trigger": "/docs/triggers/webhook",
  "docs-events": "/docs/events",
  "docs-event": "/docs/events/customer.created",
  "docs-steps": "/docs/steps",
  "docs-filters": "/docs/filters",
  "docs-code": "/docs/code",
  "docs-describe": "/docs/describe",
  "docs-files": "/docs/files",
  "docs-http": "/docs/http",
  "docs-notify": "/docs/notify",
  "docs-notifications": "/docs/notifications",
  "docs-order": "/docs/order",
  "docs-engines": "/docs/engines",
  "docs-reliability": "/docs/reliability",
  "sign-in": "/sign-in",
  "sign-up": "/sign-up",
  "invitation-old": "/invitation/nobody",
  "not-found": "/there-is-no-such-page",
};

/** Every page inside the workspace, by the name of its picture. */
export const workspacePages = (at: Places): Record<string, string> => ({
  overview: "",
  "first-run": "/first-run",
  recipes: "/recipes",
  "recipe-new": "/recipes/new",
  "recipe-described": `/recipes/new?prompt=${encodeURIComponent("When a payment over $100 fails, wait a day, then send the reminder e-mail and tell the team.")}`,
  "recipe-import": "/recipes/import",
  recipe: `/recipes/${at.recipe}`,
  "recipe-versions": `/recipes/${at.recipe}/versions`,
  runs: "/runs",
  "runs-failed": "/runs?status=failed",
  run: `/runs/${at.run}`,
  "run-failed": `/runs/${at.failedRun}`,
  inbox: "/inbox",
  failure: `/inbox/${at.failure}`,
  queue: "/queue",
  operations: "/operations",
  events: "/events",
  event: `/events/${at.event}`,
  connections: "/connections",
  connection: `/connections/${at.connection}`,
  "connection-new": "/connections/new",
  "connection-new-stripe": "/connections/new/stripe",
  "connection-new-customerio": "/connections/new/customerio",
  "connection-new-http": "/connections/new/http",
  sandbox: "/sandbox",
  "sandbox-stripe": "/sandbox/stripe",
  "sandbox-customerio": "/sandbox/customerio",
  "sandbox-person": `/sandbox/customerio/${at.person}`,
  settings: "/settings",
  "settings-notifications": "/settings/notifications",
  "settings-data": "/settings/data",
  "settings-mailbox": "/settings/mailbox",
});
