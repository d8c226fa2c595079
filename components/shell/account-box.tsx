import { ThemeToggle } from "~/components/ui/theme-toggle";
import { SignOutButton } from "./sign-out-button";

/** Who is signed in, the theme, and the way out. */
export function AccountBox({ email, role }: { email: string; role: string }) {
  return (
    <div className="flex flex-col gap-2 border-t pt-3">
      <div className="min-w-0 px-2">
        <p className="truncate text-xs font-medium" title={email}>
          {email}
        </p>
        <p className="text-2xs text-faint capitalize">{role}</p>
      </div>
      <div className="flex items-center justify-between gap-2">
        <SignOutButton />
        <ThemeToggle />
      </div>
    </div>
  );
}
