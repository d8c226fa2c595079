/** What text fields of every kind share. */
export const CONTROL =
  "w-full rounded-md border border-control bg-surface px-2.5 text-sm text-ink transition-colors hover:border-muted focus-visible:border-accent focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-faint aria-invalid:border-danger";
