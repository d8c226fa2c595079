import { ListLoading } from "~/components/shell/list-loading";

export default function Loading() {
  return <ListLoading title="Settings" rows={4} />;
}
