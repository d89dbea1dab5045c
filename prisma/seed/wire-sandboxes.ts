import { checkStripeConnection, webhookUrl } from "~/commerce/stripe-connection.server";
import { connectResend } from "~/journeys/connect-resend.server";
import { connectStripe } from "~/journeys/connect-stripe.server";
import { saveCompany } from "~/journeys/save-company.server";
import { env } from "~/platform/env.server";
import { listEndpointsTo } from "~/platform/gateways/stripe-endpoint.server";
import { stripeClient } from "~/platform/gateways/stripe.server";
import { getCompany } from "~/programs/get-company.server";
import { wireHooks } from "./wire-hooks";
import { wireShop } from "./wire-shop";

/**
 * What a host developer does once in the settings, for the stand-in servers: webhook endpoints at both, and the shop's
 * keys, webhooks and address. A demo that was started on another port before is led to the present one.
 */
export async function wireSandboxes(): Promise<void> {
  await forgetOtherEndpoints();
  const leadingHere = await listEndpointsTo(webhookUrl());
  const { problems } = await checkStripeConnection();
  if (leadingHere.length === 0 || problems.length > 0) await connectStripe({ by: "system" });
  await connectResend({ by: "system" });

  const shopUrl = env().SANDBOX_SHOP_URL ?? "";
  await wireShop(shopUrl);
  await wireHooks(shopUrl);
  const { configured, logoVersion: _keptAsItIs, ...company } = await getCompany();
  if (!configured || company.shopUrl === shopUrl) return;
  await saveCompany({ ...company, shopUrl, allowedHosts: [new URL(shopUrl).host], by: "system" });
}

/** Nobody listens any more where the demo was before. */
async function forgetOtherEndpoints(): Promise<void> {
  const { webhookEndpoints } = stripeClient();
  const { data } = await webhookEndpoints.list({ limit: 100 });
  const here = webhookUrl();
  const left = data.filter(({ url }) => url !== here && new URL(url).pathname === new URL(here).pathname);
  for (const { id } of left) await webhookEndpoints.del(id);
}
