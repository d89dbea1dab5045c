import { normalisedEmail } from "~/identity/email";
import { keyedHash } from "~/platform/secrets.server";

/** All that is kept of a buyer's address: enough to compare, nothing to write to (P9). */
export interface EmailDigest {
  emailHash: string;
  emailDomain: string;
}

/** Reduces an address at the door; null for what is none. The same hash as a person's own, so that R1 can compare. */
export function digestEmail(email: string | null | undefined): EmailDigest | null {
  const address = normalisedEmail(email ?? "");
  const domain = address.slice(address.lastIndexOf("@") + 1);
  if (address.length > 320 || !/^[^\s@]+@[^\s@]+$/.test(address)) return null;
  return { emailHash: keyedHash("email-hash", address), emailDomain: domain };
}
