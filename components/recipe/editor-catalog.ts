import type { AppName } from "~/components/ui/app-icon";
import type { Effect } from "~/server/connectors/define";
import type { Comparison } from "~/server/recipes/definition";
import type { TriggerId } from "~/server/recipes/trigger-schema";
import type { ConnectionView } from "~/server/services/connection/schemas";
import type { FormField } from "./form-fields";

/** One action as the editor needs it; plain data, so that the server page can hand it to the browser. */
export interface CatalogAction {
  id: string;
  app: AppName;
  title: string;
  summary: string;
  docs: string;
  /** What it does to the account; a look-up only reads. */
  effect: Effect;
  fields: FormField[];
  sampleOutput: unknown;
}

export interface CatalogOperator {
  id: Comparison["op"];
  label: string;
  /** 1: looks at the left side only; 2: compares it with a right side. */
  arity: number;
}

export interface CatalogEvent {
  type: string;
  title: string;
  group: string;
}

/** One thing that can start a recipe. */
export interface CatalogTrigger {
  id: TriggerId;
  app: AppName;
  title: string;
  summary: string;
  dedupe: string;
  fields: FormField[];
  sampleEvent: object;
}

/** One way to reach the team. */
export interface CatalogChannel {
  id: string;
  kind: string;
  name: string;
  /** Where it leads, in short: an address, a host. */
  label: string;
}

export interface EditorCatalog {
  triggers: CatalogTrigger[];
  /** Customer.io's kinds of report. */
  reports: CatalogEvent[];
  /** The workspace's other recipes. */
  recipes: {
    id: string;
    name: string;
    /** Another recipe may start it. */
    callable: boolean;
  }[];
  actions: CatalogAction[];
  operators: CatalogOperator[];
  events: CatalogEvent[];
  connections: ConnectionView[];
  channels: CatalogChannel[];
}
