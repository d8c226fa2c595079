import { ListLoading } from "~/components/shell/list-loading";

export default function Loading() {
  return <ListLoading title="Connection" rows={3} />;
}
