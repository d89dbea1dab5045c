import { env } from "~/platform/env.server";

/** The site a passkey belongs to: the public origin of this portal. */
export function relyingParty(): { id: string; origin: string; name: string } {
  const { hostname, origin } = new URL(env().APP_URL);
  return { id: hostname, origin, name: `Vouch (${hostname})` };
}
