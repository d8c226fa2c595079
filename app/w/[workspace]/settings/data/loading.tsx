import { Lead } from "~/components/settings/lead";
import { PanelsLoading } from "~/components/shell/list-loading";

export default function Loading() {
  return (
    <>
      <Lead>What is kept of events and runs, for how long, and what was forgotten.</Lead>
      <PanelsLoading heights={["h-36", "h-52", "h-32"]} />
    </>
  );
}
