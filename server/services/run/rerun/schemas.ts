import { z } from "zod";

export const RerunInput = z.object({
  id: z.string(),
  from: z.string().min(1).max(500).optional().meta({
    description:
      'Where to begin: "failed", "start", or the path of a step as `steps` names it. Without it where the run failed, or at the start when nothing failed.',
  }),
  version: z
    .enum(["original", "current"])
    .default("original")
    .meta({ description: "The version that the run followed, or the one that is live now." }),
  event: z
    .record(z.string(), z.unknown())
    .optional()
    .meta({ description: "The event's payload, edited. It is stored as an event of its own." }),
  repeat: z.array(z.string().max(500)).max(1000).default([]).meta({
    description:
      "Paths of steps whose effect is wanted once more although it was had; `each[].mail` is that step of every item.",
  }),
});
export type RerunInput = z.input<typeof RerunInput>;

export const RerunView = z.object({ id: z.string() });
export type RerunView = z.infer<typeof RerunView>;

export const PreviewStep = z.object({
  path: z.string(),
  title: z.string(),
  kind: z.string(),
  /** Null for a step that reaches nothing outside. */
  effect: z.enum(["read", "upsert", "keyed", "send"]).nullable(),
  will: z.enum(["reuse", "run", "repeat", "already_done", "undecided"]),
  reason: z.string(),
});
export type PreviewStep = z.infer<typeof PreviewStep>;

export const RerunPreview = z.object({
  steps: z.array(PreviewStep),
  /** Between the version that the run followed and the live one, a sentence each. */
  differs: z.array(z.string()),
  /** When a newer event of the same object was handled since. */
  staleness: z.string().optional(),
});
export type RerunPreview = z.infer<typeof RerunPreview>;
