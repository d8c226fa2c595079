import { handleWebhookFetch } from "~/server/events/door";

export async function POST(request: Request, { params }: { params: Promise<{ endpoint: string }> }) {
  return handleWebhookFetch(request, (await params).endpoint);
}
