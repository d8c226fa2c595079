import { ListLoading } from "~/components/shell/list-loading";

export default function Loading() {
  return (
    <ListLoading
      title="Queue"
      description="What waits, for what, and how long it will take."
      rows={4}
      action
    />
  );
}
