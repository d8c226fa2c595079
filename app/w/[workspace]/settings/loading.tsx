import { Lead } from "~/components/settings/lead";
import { PanelsLoading } from "~/components/shell/list-loading";

export default function Loading() {
  return (
    <>
      <Lead>The workspace, its people, and how it is reached.</Lead>
      <PanelsLoading heights={["h-32", "h-56", "h-28"]} />
    </>
  );
}
