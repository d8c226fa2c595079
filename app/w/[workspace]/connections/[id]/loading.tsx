import { DetailLoading } from "~/components/shell/list-loading";

export default function Loading() {
  return <DetailLoading columns="max-w-3xl" />;
}
