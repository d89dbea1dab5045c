import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { newId } from "~/platform/ids";
import { findLiveConsent, insertConsent } from "./consent-store.server";

interface GiveConsentInput {
  personId: string;
  /** What the data is used for, as a stable word: `program_mail`, `friend_initial`. */
  purpose: string;
  /** `consent`, `contract` or `soft_opt_in` (L2). */
  basis: string;
  /** The sentence the person saw, word for word. */
  wording: string;
}

/** Writes down that somebody agreed, and to which words (L2). The same words again add nothing. */
export async function giveConsent(input: GiveConsentInput, { db = rootDb, clock = systemClock }: Deps = {}): Promise<void> {
  await db.transaction("give-consent", async (tx) => {
    const standing = await findLiveConsent(tx, input.personId, input.purpose);
    if (standing?.wording === input.wording && standing.basis === input.basis) return;
    await insertConsent(tx, { id: newId("con"), ...input, givenAt: clock.now(), withdrawnAt: null });
  });
}
