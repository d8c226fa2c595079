import type { AppName } from "~/components/ui/app-icon";
import type { Comparison } from "~/server/recipes/definition";
import type { ConnectionView } from "~/server/services/connection/schemas";
import type { FormField } from "./form-fields";

/** One action as the editor needs it; plain data, so that the server page can hand it to the browser. */
export interface CatalogAction {
  id: string;
  app: AppName;
  title: string;
  summary: string;
  docs: string;
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

export interface EditorCatalog {
  actions: CatalogAction[];
  operators: CatalogOperator[];
  events: CatalogEvent[];
  connections: ConnectionView[];
}
