import { Lead } from "~/components/settings/lead";
import { PanelsLoading } from "~/components/shell/list-loading";

export default function Loading() {
  return (
    <>
      <Lead>How your team learns that something failed.</Lead>
      <PanelsLoading heights={["h-44", "h-36"]} />
    </>
  );
}
