import type { Tone } from "~/components/ui/badge";
import type { Part } from "~/server/recipes/compiler/intent";

interface Look {
  label: string;
  tone: Tone;
  mark: string;
}

/** How a kind of part is called and coloured; the word always stands beside the colour. */
export const KIND_LOOK: Record<Part["kind"], Look> = {
  trigger: { label: "When", tone: "accent", mark: "bg-accent-soft" },
  schedule: { label: "When", tone: "accent", mark: "bg-accent-soft" },
  filter: { label: "Only if", tone: "warn", mark: "bg-warn-soft" },
  branch: { label: "Branch", tone: "warn", mark: "bg-warn-soft" },
  dedupe: { label: "Once", tone: "warn", mark: "bg-warn-soft" },
  delay: { label: "Wait", tone: "neutral", mark: "bg-sunken" },
  loop: { label: "For each", tone: "neutral", mark: "bg-sunken" },
  action: { label: "Do", tone: "info", mark: "bg-info-soft" },
  unsupported: { label: "Not possible", tone: "danger", mark: "bg-danger-soft" },
};

/** How sure a reading is, in words. */
export function sureness(confidence: number): string {
  if (confidence >= 0.85) return "Sure";
  return confidence >= 0.65 ? "Likely" : "A guess";
}
