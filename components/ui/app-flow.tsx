import { ArrowRight } from "lucide-react";
import { AppIcon } from "./app-icon";
import { Badge } from "./badge";

/** The head of a template's card: from Stripe to Customer.io, and what kind of recipe it is. */
export function AppFlow({ category }: { category: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <AppIcon app="stripe" size={24} />
      <ArrowRight aria-hidden className="size-3.5 text-faint" />
      <AppIcon app="customerio" size={24} />
      <Badge className="ml-auto">{category}</Badge>
    </span>
  );
}
