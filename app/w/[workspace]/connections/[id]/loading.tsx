import { DetailLoading } from "~/components/shell/list-loading";

export default function Loading() {
  return <DetailLoading columns="xl:grid-cols-[minmax(0,1fr)_22rem]" />;
}
