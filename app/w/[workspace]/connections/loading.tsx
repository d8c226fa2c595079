import { ListLoading } from "~/components/shell/list-loading";

export default function Loading() {
  return (
    <ListLoading
      title="Connections"
      description="The accounts and web APIs that your recipes use."
      rows={3}
      action
    />
  );
}
