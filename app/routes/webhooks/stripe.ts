import type { ActionFunctionArgs } from "@remix-run/node";
import { receiveStripeWebhook } from "~/commerce/receive-stripe-webhook.server";
import { AppError } from "~/platform/errors";

/** Where Stripe tells what happened. 2xx only once the event is committed (I27). */
export async function action({ request }: ActionFunctionArgs) {
  if (request.method !== "POST") throw new AppError("method_not_allowed", { message: "webhooks are posted", status: 405 });
  const rawBody = Buffer.from(await request.arrayBuffer());
  await receiveStripeWebhook(rawBody, request.headers.get("Stripe-Signature"));
  return Response.json({ received: true });
}

export function loader() {
  throw new AppError("method_not_allowed", { message: "webhooks are posted", status: 405 });
}
