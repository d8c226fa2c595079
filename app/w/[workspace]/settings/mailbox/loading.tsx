import { Lead } from "~/components/settings/lead";
import { PanelsLoading } from "~/components/shell/list-loading";

export default function Loading() {
  return (
    <>
      <Lead>
        Every mail that e-mail channels were given. Without a mail server (SMTP_URL) it stays here; with one
        it goes out as well.
      </Lead>
      <PanelsLoading heights={["h-60"]} />
    </>
  );
}
