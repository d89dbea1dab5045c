import { keyedHash } from "~/platform/secrets.server";
import { normalisedEmail } from "./email";

/** The keyed hash by which an address is compared and found without being readable (R1, P9). */
export function emailHashOf(email: string): string {
  return keyedHash("email-hash", normalisedEmail(email));
}
