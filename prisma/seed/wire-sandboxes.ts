import { checkStripeConnection, webhookUrl } from "~/commerce/stripe-connection.server";
import { connectResend } from "~/journeys/connect-resend.server";
import { connectStripe } from "~/journeys/connect-stripe.server";
import { saveCompany } from "~/journeys/save-company.server";
import { env } from "~/platform/env.server";
import { listEndpointsTo } from "~/platform/gateways/stripe-endpoint.server";
import { getCompany } from "~/programs/get-company.server";

/**
 * What a host developer does once in the settings, for the stand-in servers: webhook endpoints at both, and the shop's
 * address. A demo that was started on another port before is led to the present one.
 */
export async function wireSandboxes(): Promise<void> {
  const leadingHere = await listEndpointsTo(webhookUrl());
  const { problems } = await checkStripeConnection();
  if (leadingHere.length === 0 || problems.length > 0) await connectStripe({ by: "system" });
  await connectResend({ by: "system" });

  const shopUrl = env().SANDBOX_SHOP_URL ?? "";
  const { configured, logoVersion: _keptAsItIs, ...company } = await getCompany();
  if (!configured || company.shopUrl === shopUrl) return;
  await saveCompany({ ...company, shopUrl, allowedHosts: [new URL(shopUrl).host], by: "system" });
}
