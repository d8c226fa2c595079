import { cn } from "./cn";

/** The mark: a billhook's blade and handle. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cn("size-6 text-accent", className)}>
      <rect width="32" height="32" rx="8" fill="currentColor" />
      <path
        d="M11 26V12.5C11 8.4 14.2 6 17.6 6c3.7 0 6.4 2.6 6.4 6 0 3-2 5.2-5.2 6.2 1.3-1.5 1.9-3.1 1.9-4.9 0-2.2-1.3-3.5-3-3.5-1.6 0-2.7 1.1-2.7 3.2V26z"
        className="fill-on-accent"
      />
    </svg>
  );
}

/** Mark and name. */
export function Logo({ className }: { className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-2 text-lg font-semibold tracking-tight", className)}>
      <LogoMark />
      Billhook
    </span>
  );
}
