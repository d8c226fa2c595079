import { LoaderCircle } from "lucide-react";
import type { ComponentProps, MouseEvent } from "react";
import type { ButtonSize, ButtonVariant } from "./button-classes";
import { buttonStyle } from "./button-style";

export interface ButtonProps extends ComponentProps<"button"> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** While true the button spins, says so to screen readers and takes no clicks; it keeps the focus. */
  pending?: boolean;
}

/** A button; `type` is "button" unless said otherwise. */
export function Button({
  variant = "secondary",
  size = "md",
  pending = false,
  className,
  children,
  disabled,
  onClick,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled}
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      onClick={pending ? refuse : onClick}
      className={buttonStyle(variant, size, className)}
    >
      {pending ? <LoaderCircle aria-hidden className="animate-spin" /> : null}
      {children}
    </button>
  );
}

/** A button that is disabled loses the focus for good, so a busy one only takes no click and submits no form. */
function refuse(event: MouseEvent) {
  event.preventDefault();
}
