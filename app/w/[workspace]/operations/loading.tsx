import { ListLoading } from "~/components/shell/list-loading";

export default function Loading() {
  return (
    <ListLoading
      title="Operations"
      description="Many reruns and backfills, done little by little behind new events."
      rows={4}
    />
  );
}
