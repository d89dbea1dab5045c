import { listTouchSources } from "~/attribution/list-touch-sources.server";
import { listCustomerIds } from "~/commerce/list-customer-ids.server";
import { findEmailHashes } from "~/identity/person-hashes.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { readClickToken } from "~/sharing/click-token.server";

/**
 * Whether all that a browser claimed stands as touches of this person's purchases or sign-ups, so that the browser may
 * forget it (A15). What we never signed can win nothing and is not waited for.
 */
export async function claimsArePresented(
  { personId, tokens }: { personId: string; tokens: readonly string[] },
  { db = rootDb }: Pick<Deps, "db"> = {},
): Promise<boolean> {
  const clicks = tokens.map(readClickToken).flatMap((token) => ("error" in token ? [] : token.clickId));
  return db.transaction("claims-are-presented", async (tx) => {
    const emailHash = (await findEmailHashes(tx, [personId])).get(personId) ?? "";
    const sources = await listTouchSources(tx, await listCustomerIds(tx, { personId, emailHash }));
    return clicks.every((clickId) => sources.has(clickId));
  });
}
