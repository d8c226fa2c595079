import { DetailLoading } from "~/components/shell/list-loading";

export default function Loading() {
  return <DetailLoading columns="xl:grid-cols-2" />;
}
