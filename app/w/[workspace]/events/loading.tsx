import { ListLoading } from "~/components/shell/list-loading";

export default function Loading() {
  return (
    <ListLoading
      title="Events"
      description="Everything that Stripe sent, and what became of it. Nothing is dropped."
      filters={3}
    />
  );
}
