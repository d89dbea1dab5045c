import { answerLead, recordLead, type LeadAnswer } from "~/attribution/record-lead.server";
import { digestEmail } from "~/commerce/email-digest.server";
import { lockFriendOfCustomer } from "~/commerce/lock-friend.server";
import { recordCustomer } from "~/commerce/record-customer.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { readClickToken } from "~/sharing/click-token.server";
import { tokensBehind } from "~/sharing/tokens-behind.server";
import { linkToPerson } from "./link-to-person.server";
import { RefusedFieldsError } from "./refused-fields";
import { settleFriend } from "./settle-friend.server";

export interface TrackLeadInput {
  /** Our click token, or the name of a list of them; empty finds what was presented for this customer before. */
  clickId: string;
  eventName: string;
  externalId: string;
  email: string | null;
  organisationId: string | null;
  /** `deferred` keeps the click for the sign-up that follows, and binds nothing yet. */
  mode: "async" | "wait" | "deferred";
  /** The rest of what was told, only to notice a repeat that says something else. */
  rest: Record<string, unknown>;
}

export interface TrackedLead extends LeadAnswer {
  duplicate: boolean;
}

/**
 * Takes in a sign-up told by a shop's server and binds the friend when somebody brought them (A6, P2 to P7). The answer
 * is given after everything is kept, also in mode `async` (P5).
 * @throws RefusedFieldsError `idempotency_conflict`
 */
export async function trackLead(
  input: TrackLeadInput,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<TrackedLead> {
  return await db.transaction("track-lead", async (tx) => {
    tx.sql.keepPlans();
    const { clickId, externalId, eventName, email, organisationId } = input;
    const clickTokens = await tokensBehind(tx, clickId);
    const [presented = null] = clickTokens.map(readClickToken).flatMap((token) => ("error" in token ? [] : [token]));
    // Locks this customer number, so that two tellings of one sign-up follow each other.
    const customer = await recordCustomer(
      tx,
      { stripeCustomerId: null, externalId, email, organisationId, basis: "shop_sign_up", knownSince: null },
      clock.now(),
    );
    // Read under the lock: of what is told at once about a friend, what is decided first is the oldest.
    const now = clock.now();
    await linkToPerson(tx, customer.emailHash);
    const handover = { subjectId: customer.id, at: now, clickTokens, codes: [] };
    if (input.mode === "deferred") {
      await settleFriend(tx, await lockFriendOfCustomer(tx, customer.id), clock, handover);
      const reasons = [presented || clickId === "" ? "first_payment_due" : "token_invalid"];
      return { attributed: false, reasons, linkId: null, clickId: presented?.clickId ?? null, duplicate: false };
    }
    const inputs = { ...input.rest, clickId, organisationId, customerEmail: digestEmail(email)?.emailHash ?? null };
    const programId = presented?.programId ?? null;
    const recorded = await recordLead(tx, { programId, externalId, eventName, customerId: customer.id, inputs }, now);
    if (recorded.state === "conflict") throw new RefusedFieldsError("idempotency_conflict", 409, recorded.fields);
    if (recorded.state === "known") return { ...recorded.answer, duplicate: true };

    const friend = await lockFriendOfCustomer(tx, customer.id);
    const { result } = await settleFriend(tx, friend, clock, handover);
    const decision = result.decisions.find(({ momentId }) => momentId === recorded.leadId);
    const answer: LeadAnswer = {
      attributed: decision?.bind != null,
      reasons: decision?.reason ? [decision.reason] : [],
      linkId: decision?.bind?.linkId ?? null,
      clickId: presented?.clickId ?? null,
    };
    await answerLead(tx, recorded.leadId, answer, inputs);
    return { ...answer, duplicate: false };
  });
}
