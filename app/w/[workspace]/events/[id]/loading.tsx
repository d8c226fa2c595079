import { DetailLoading } from "~/components/shell/list-loading";

export default function Loading() {
  return <DetailLoading columns="lg:grid-cols-[minmax(0,22rem)_minmax(0,1fr)]" />;
}
