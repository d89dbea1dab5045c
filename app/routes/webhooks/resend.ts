import type { ActionFunctionArgs } from "@remix-run/node";
import { receiveResendWebhook } from "~/journeys/receive-resend-webhook.server";
import { AppError } from "~/platform/errors";

/** Where Resend tells what became of a mail. 2xx only once the event is committed (I27). */
export async function action({ request }: ActionFunctionArgs) {
  if (request.method !== "POST") throw new AppError("method_not_allowed", { message: "webhooks are posted", status: 405 });
  await receiveResendWebhook(Buffer.from(await request.arrayBuffer()), request.headers);
  return Response.json({ received: true });
}

export function loader() {
  throw new AppError("method_not_allowed", { message: "webhooks are posted", status: 405 });
}
