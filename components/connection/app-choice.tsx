import Link from "next/link";
import { AppIcon, type AppName } from "~/components/ui/app-icon";

interface AppChoiceProps {
  app: AppName;
  href: string;
  title: string;
  children: React.ReactNode;
}

/** One way to connect: a whole tile that is a link. */
export function AppChoice({ app, href, title, children }: AppChoiceProps) {
  return (
    <Link
      href={href}
      className="flex items-start gap-3 rounded-lg border bg-surface p-4 transition-colors hover:border-control hover:bg-hover/40"
    >
      <AppIcon app={app} size={32} />
      <span className="min-w-0">
        <span className="block text-base font-medium">{title}</span>
        <span className="block text-sm text-muted">{children}</span>
      </span>
    </Link>
  );
}
