import { ListLoading } from "~/components/shell/list-loading";

export default function Loading() {
  return (
    <ListLoading
      title="Sandbox"
      description="Simulated accounts, so that you can see everything work before you have any key."
      tabs={2}
      rows={6}
    />
  );
}
