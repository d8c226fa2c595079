import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A dense table that scrolls sideways inside its panel. `label` names it for screen readers. */
export function Table({ className, label, ...rest }: ComponentProps<"table"> & { label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
    <section aria-label={label} tabIndex={0} className="overflow-x-auto focus-visible:-outline-offset-2">
      <table {...rest} className={cn("w-full border-collapse text-left text-sm", className)} />
    </section>
  );
}

export function THead({ className, ...rest }: ComponentProps<"thead">) {
  return <thead {...rest} className={cn("text-xs text-faint", className)} />;
}

export function Th({ className, ...rest }: ComponentProps<"th">) {
  return (
    <th scope="col" {...rest} className={cn("h-8 border-b px-4 font-medium whitespace-nowrap", className)} />
  );
}

/** A body row; put a link with `after:absolute after:inset-0` (see `ROW_LINK`) into it to make the whole row clickable. */
export function Tr({ className, ...rest }: ComponentProps<"tr">) {
  return (
    <tr
      {...rest}
      className={cn("relative border-b transition-colors last:border-0 has-[a]:hover:bg-hover/60", className)}
    />
  );
}

export function Td({ className, ...rest }: ComponentProps<"td">) {
  return <td {...rest} className={cn("h-10 px-4 py-1.5 align-middle", className)} />;
}

/** Classes of the one link that stretches over its row. */
export const ROW_LINK =
  "font-medium text-ink after:absolute after:inset-0 hover:text-accent-ink focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent";
