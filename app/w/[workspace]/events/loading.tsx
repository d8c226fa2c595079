import { FilteredListLoading } from "~/components/shell/filtered-list-loading";

export default function LoadingEvents() {
  return (
    <FilteredListLoading
      title="Events"
      description="Everything that arrived, and what became of it. Nothing is dropped."
    />
  );
}
