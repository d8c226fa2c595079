import { clsx } from "clsx";

export type AppName = "stripe" | "customerio" | "http" | "core";

const TITLE: Record<AppName, string> = {
  stripe: "Stripe",
  customerio: "Customer.io",
  http: "Web API",
  core: "Billhook",
};
const COLOR: Record<AppName, string> = {
  stripe: "text-plum",
  customerio: "text-gold",
  http: "text-info",
  core: "text-accent-ink",
};

/** Our own signs, no vendor artwork: a coin slot for billing, a voice for messaging, braces for any API, a hook for ourselves. */
export const GLYPH: Record<AppName, React.ReactNode> = {
  stripe: <path d="M5 7.5h14M5 12h9M5 16.5h14" />,
  customerio: (
    <>
      <circle cx="12" cy="12" r="2.25" />
      <path d="M6.5 6.5a7.8 7.8 0 0 0 0 11M17.5 6.5a7.8 7.8 0 0 1 0 11" />
    </>
  ),
  http: <path d="M9 5.5c-2.5 0-1 6.5-4 6.5 3 0 1.5 6.5 4 6.5M15 5.5c2.5 0 1 6.5 4 6.5-3 0-1.5 6.5-4 6.5" />,
  core: <path d="M9 20V9.5a4.5 4.5 0 1 1 9 0c0 1.6-.8 2.8-2 3.5" />,
};

/** The sign of an app, `size` in pixels. Decorative unless `labelled`: then it says the app's name. */
export function AppIcon({
  app,
  size = 24,
  labelled = false,
  className,
}: {
  app: AppName;
  size?: number;
  labelled?: boolean;
  className?: string;
}) {
  const label = labelled ? { role: "img", "aria-label": TITLE[app] } : { "aria-hidden": true };
  return (
    <span
      {...label}
      style={{ width: size, height: size }}
      className={clsx(
        "inline-grid shrink-0 place-items-center rounded-md border bg-canvas",
        COLOR[app],
        className,
      )}
    >
      <svg
        viewBox="0 0 24 24"
        width={size * 0.66}
        height={size * 0.66}
        fill="none"
        stroke="currentColor"
        strokeWidth={2}
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {GLYPH[app]}
      </svg>
    </span>
  );
}

/** The app an id like `customerio.person.upsert` belongs to. */
export function appOf(id: string): AppName {
  const app = id.split(".")[0];
  return app === "stripe" || app === "customerio" || app === "http" ? app : "core";
}
