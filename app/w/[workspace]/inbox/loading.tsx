import { ListLoading } from "~/components/shell/list-loading";

export default function Loading() {
  return (
    <ListLoading
      title="Inbox"
      description="What could not be completed, grouped by its cause."
      tabs={4}
      filters={2}
      action
    />
  );
}
