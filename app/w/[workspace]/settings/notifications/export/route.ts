export { downloadFailures as GET } from "~/server/api/failures-door";
