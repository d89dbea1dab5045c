import { rootDb, type Deps } from "~/platform/deps.server";
import { secretHash } from "~/platform/secrets.server";
import { emailHashOf } from "./email-hash.server";
import { browserKnows } from "./sign-in-code-store.server";

/**
 * The name under which code requests for an address are counted: a browser that proved the address before has a quota
 * of its own, so that a stranger who asks for codes all day locks nobody out (ASVS 2.4.1).
 */
export async function codeQuotaOf(
  { email, browserSecret }: { email: string; browserSecret: string },
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<string> {
  const emailHash = emailHashOf(email);
  const browserHash = secretHash(browserSecret);
  const known = await db.transaction("code-quota-of", (tx) => browserKnows(tx, browserHash, emailHash));
  return known ? `${emailHash}:${browserHash}` : emailHash;
}
