export type ButtonVariant = "primary" | "secondary" | "ghost" | "danger";
export type ButtonSize = "sm" | "md";

const BASE =
  "inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap select-none transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-busy:cursor-progress aria-busy:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0";

const VARIANT: Record<ButtonVariant, string> = {
  primary:
    "border-transparent bg-accent text-on-accent shadow-raise enabled:hover:bg-accent-hover [a&]:hover:bg-accent-hover",
  secondary: "border-line bg-surface text-ink shadow-raise enabled:hover:bg-hover [a&]:hover:bg-hover",
  ghost:
    "border-transparent text-muted enabled:hover:bg-hover enabled:hover:text-ink [a&]:hover:bg-hover [a&]:hover:text-ink",
  danger:
    "border-danger/40 bg-surface text-danger shadow-raise enabled:hover:bg-danger-soft [a&]:hover:bg-danger-soft",
};

const SIZE: Record<ButtonSize, string> = {
  sm: "h-7 px-2.5 text-xs pointer-coarse:h-9",
  md: "h-8.5 px-3.5 text-sm pointer-coarse:h-10",
};

/** The looks of a button. For public pages' own scripts, which do without the merging of classes in `buttonStyle`. */
export function buttonClasses(variant: ButtonVariant, size: ButtonSize = "md"): string {
  return `${BASE} ${VARIANT[variant]} ${SIZE[size]}`;
}
