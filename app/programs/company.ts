import type { Locale } from "~/platform/locale";
import { isAllowedTarget } from "./allowed-target";
import { readImageHeader } from "./image-header";

/** The company that runs this portal. */
export interface Company {
  /** False until an owner saved the settings once: then these are the product's own. */
  configured: boolean;
  name: string;
  /** `#rrggbb`, readable on the light theme. */
  accent: string;
  /** Changes with every save, so that a browser may keep the logo for ever; null when there is none. */
  logoVersion: string | null;
  senderName: string;
  senderEmail: string;
  supportEmail: string;
  postalAddress: string;
  shopUrl: string;
  allowedHosts: string[];
  defaultLocale: Locale;
  /** The parent domain on which portal and shop share the referral cookie (A12); null keeps it the portal's own. */
  cookieDomain: string | null;
}

export const MAX_LOGO_BYTES = 512 * 1024;
const MAX_LOGO_SIDE = 2_000;
const MIN_LOGO_SIDE = 32;

/** What the fields cannot tell each by itself: friends may only be sent to a shop on the list. */
export function shopIsListed({ shopUrl, allowedHosts }: Pick<Company, "shopUrl" | "allowedHosts">): boolean {
  return isAllowedTarget({ allowedHosts }, shopUrl);
}

/** Why a file cannot be the logo, as a key of the message files; null when it can. */
export function logoProblem(bytes: Uint8Array): string | null {
  if (bytes.length > MAX_LOGO_BYTES) return "settings.issue.logoTooLarge";
  const header = readImageHeader(bytes);
  if (!header) return "settings.issue.logoKind";
  const [short, long] = [Math.min(header.width, header.height), Math.max(header.width, header.height)];
  return short < MIN_LOGO_SIDE || long > MAX_LOGO_SIDE ? "settings.issue.logoSize" : null;
}
