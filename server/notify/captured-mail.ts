import { maskText } from "~/server/connectors/mask";
import type { CapturedRequest } from "~/server/services/run/schemas";

export interface MailToSend {
  to: string[];
  subject: string;
  text: string;
  key: string;
}

interface Outcome {
  dryRun?: boolean;
  /** The mail server's code and words; nothing when it said none. */
  answer?: { status: number; body: string } | null;
  durationMs?: number;
}

/** A mail in the form in which a run's log keeps requests. */
export function capturedMail(
  { to, subject, text }: MailToSend,
  { dryRun = false, answer = null, durationMs = 0 }: Outcome,
): CapturedRequest {
  return {
    method: "MAIL",
    url: `mailto:${to.join(",")}`,
    headers: { subject: maskText(subject) },
    body: maskText(text),
    response: answer && { status: answer.status, headers: {}, body: maskText(answer.body) },
    durationMs: Math.round(durationMs),
    dryRun,
  };
}
