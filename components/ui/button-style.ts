import { type ButtonSize, type ButtonVariant, buttonClasses } from "./button-classes";
import { cn } from "./cn";

/** The classes that buttons and links that look like buttons share. */
export function buttonStyle(variant: ButtonVariant, size: ButtonSize, className?: string): string {
  return cn(buttonClasses(variant, size), className);
}
