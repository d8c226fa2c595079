import { ThemeToggle } from "~/components/ui/theme-toggle";
import { SignOutButton } from "./sign-out-button";
import { WorkspaceMenu } from "./workspace-menu";

interface AccountBoxProps {
  workspace: string;
  workspaces: readonly { slug: string; name: string }[];
  email: string;
  role: string;
}

/** Who is signed in, the other workspaces, the theme, and the way out. */
export function AccountBox({ workspace, workspaces, email, role }: AccountBoxProps) {
  return (
    <div className="flex flex-col gap-2 border-t pt-3">
      <div className="min-w-0 px-2">
        <p className="truncate text-xs font-medium" title={email}>
          {email}
        </p>
        <p className="text-2xs text-faint capitalize">{role}</p>
      </div>
      <WorkspaceMenu workspace={workspace} workspaces={workspaces} />
      <div className="flex items-center justify-between gap-2">
        <SignOutButton />
        <ThemeToggle />
      </div>
    </div>
  );
}
