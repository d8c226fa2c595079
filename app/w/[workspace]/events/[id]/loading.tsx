import { ListLoading } from "~/components/shell/list-loading";

export default function Loading() {
  return <ListLoading title="Event" rows={4} />;
}
