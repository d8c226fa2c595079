import { STRIPE_EVENT_TYPES } from "~/server/connectors/stripe/events";
import { TRIGGERS } from "~/server/connectors/triggers";
import { FILTERS } from "~/server/recipes/filters/filters";
import { STEP_DOCS } from "~/server/recipes/step-docs";
import { RULE_KINDS } from "~/server/services/notification/schemas";

interface Guide {
  href: string;
  title: string;
  /** Beside the title: how much there is. */
  id: string;
  summary: string;
}

/** What starts a recipe, and what it is made of. */
export const BASICS: readonly Guide[] = [
  {
    href: "/docs/triggers",
    title: "Triggers",
    id: `${TRIGGERS.length} triggers`,
    summary: "Stripe's events, Customer.io's reports, web addresses, schedules, polls and more.",
  },
  {
    href: "/docs/events",
    title: "Stripe's events",
    id: `${STRIPE_EVENT_TYPES.length} events`,
    summary: "What a recipe can start from, with every field that an event brings.",
  },
  {
    href: "/docs/steps",
    title: "Steps",
    id: `${STEP_DOCS.length} kinds`,
    summary: "Filter, branch, loop, look up, wait, code and more, and what happens when one fails.",
  },
];

/** Pages about one part of the language each. */
export const GUIDES: readonly Guide[] = [
  {
    href: "/docs/reliability",
    title: "Nothing lost, nothing twice",
    id: "guarantees",
    summary:
      "What you can rely on about events, retries, limits and order, and what happens when something breaks.",
  },
  {
    href: "/docs/describe",
    title: "Describe it",
    id: "prompt box",
    summary: "How a sentence becomes a draft, and what a language model is sent, if there is one.",
  },
  {
    href: "/docs/code",
    title: "Code steps",
    id: "JavaScript",
    summary: "What your own code can use, its limits, and examples.",
  },
  {
    href: "/docs/http",
    title: "HTTP requests",
    id: "http",
    summary: "Calls any web API: requests, credentials, answers, retries, redirects and what is refused.",
  },
  {
    href: "/docs/filters",
    title: "Filters",
    id: `${FILTERS.length} filters`,
    summary: "What templates can do with a value: money, times, phone numbers, tables, hashes.",
  },
  {
    href: "/docs/order",
    title: "Order, late and lost events",
    id: "settings",
    summary:
      "Turns, late events, the newest state, how many runs at once; and how events that never arrived are found and made up for.",
  },
  {
    href: "/docs/notify",
    title: "Notify your team",
    id: "4 channels",
    summary:
      "E-mail, Slack, signed webhooks and databases: what arrives, and how to check that it is from Billhook.",
  },
  {
    href: "/docs/notifications",
    title: "Failure notifications",
    id: `${RULE_KINDS.length} kinds`,
    summary: "Who is told when something fails, how often at most, and how failures leave as files and rows.",
  },
  {
    href: "/docs/files",
    title: "Recipes as files",
    id: "YAML, JSON",
    summary: "Keep recipes in a repository: export, lint, diff and import them.",
  },
  {
    href: "/docs/engines",
    title: "Engines",
    id: "embedded, Inngest",
    summary: "What executes runs: when to switch to Inngest, how, and what changes.",
  },
];
