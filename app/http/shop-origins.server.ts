import { knownOf } from "~/journeys/known-recommendations.server";
import { rootDb } from "~/platform/deps.server";

/** The shop's origins from the company settings, for the forms that lead there. */
export async function shopOrigins(): Promise<string[]> {
  const { shopUrl } = await knownOf(rootDb).company();
  return URL.canParse(shopUrl) ? [new URL(shopUrl).origin] : [];
}
