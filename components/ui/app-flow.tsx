import { ArrowRight } from "lucide-react";
import { AppIcon, type AppName } from "./app-icon";
import { Badge } from "./badge";

interface AppFlowProps {
  from: AppName;
  to: readonly AppName[];
  category: string;
}

/** The head of a template's card: from which app to which, and what kind of recipe it is. */
export function AppFlow({ from, to, category }: AppFlowProps) {
  return (
    <span className="flex items-center gap-1.5">
      <AppIcon app={from} size={24} labelled />
      <ArrowRight role="img" aria-label="to" className="size-3.5 text-faint" />
      {to.map((app) => (
        <AppIcon key={app} app={app} size={24} labelled />
      ))}
      <Badge className="ml-auto">{category}</Badge>
    </span>
  );
}
