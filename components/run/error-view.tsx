import { Alert } from "~/components/ui/alert";
import type { ErrorView as RunError } from "~/server/services/run/schemas";

/** What went wrong in plain words, and what a person can do about it. */
export function ErrorView({ error, tone = "danger" }: { error: RunError; tone?: "danger" | "warn" }) {
  return (
    <Alert tone={tone} title={error.message}>
      {error.remedy ?? null}
    </Alert>
  );
}
