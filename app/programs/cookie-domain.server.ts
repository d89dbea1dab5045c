import { getDomain } from "tldts";
import { env } from "~/platform/env.server";

const HOST = /^(?=.{1,253}$)([a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/;

/** Whether a host is a domain or one of the hosts under it. */
export function isUnder(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

/**
 * Why the referral cookie cannot be shared on a domain (A12), as a key of the message files; null when it can. Portal
 * and shop must both be under it, and it must be somebody's own: on a public suffix (`co.uk`, `github.io`) strangers
 * would read along, so browsers refuse it.
 */
export function cookieDomainProblem(
  { cookieDomain, shopUrl }: { cookieDomain: string; shopUrl: string },
  portal = new URL(env().APP_URL).hostname,
): string | null {
  const owned = HOST.test(cookieDomain) ? getDomain(cookieDomain, { allowPrivateDomains: true }) : null;
  if (owned === null || !isUnder(cookieDomain, owned)) return "cookie.domain.notOwn";
  if (!isUnder(portal, cookieDomain)) return "cookie.domain.portalElsewhere";
  const shop = URL.canParse(shopUrl) ? new URL(shopUrl).hostname : "";
  return isUnder(shop, cookieDomain) ? null : "cookie.domain.shopElsewhere";
}
