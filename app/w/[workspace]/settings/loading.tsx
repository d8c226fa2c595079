import { PanelsLoading } from "~/components/shell/list-loading";

export default function Loading() {
  return <PanelsLoading heights={["h-28", "h-64", "h-24"]} />;
}
