import { FilteredListLoading } from "~/components/shell/filtered-list-loading";

export default function LoadingRuns() {
  return (
    <FilteredListLoading
      title="Runs"
      description="Every time a recipe ran, newest first. The list keeps itself current."
      chart
    />
  );
}
