import {
  Braces,
  Clock,
  CopyMinus,
  GitBranch,
  Globe,
  ListFilter,
  type LucideIcon,
  Megaphone,
  OctagonX,
  Play,
  Repeat,
  Search,
} from "lucide-react";
import type { Step } from "~/server/recipes/definition";

/** The sign of each kind of step that has no app's sign. */
export const STEP_ICONS: Readonly<Record<Step["kind"], LucideIcon>> = {
  action: Play,
  lookup: Search,
  http: Globe,
  code: Braces,
  notify: Megaphone,
  filter: ListFilter,
  branch: GitBranch,
  loop: Repeat,
  delay: Clock,
  dedupe: CopyMinus,
  stop: OctagonX,
};
