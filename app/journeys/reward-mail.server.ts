import type { MailValues, ReturnedFrom, ReversalCause } from "~/notices/mail-values";
import type { Tx } from "~/platform/db.server";
import { addBusinessDays } from "~/programs/business-calendar";
import type { Clause } from "~/programs/terms";
import { APPEAL_BUSINESS_DAYS } from "~/rewards/appeal";
import { tell, type Occasion } from "./tell-of-reward.server";

type Because = MailValues["reward_refused"]["because"];

/** What really left the house, and how much of what was earned settled an older receivable first (M12). */
interface Issued {
  amountMinor: bigint;
  earnedMinor: bigint;
}

function setOffOf({ amountMinor, earnedMinor }: Issued, currency: string) {
  if (earnedMinor <= amountMinor) return null;
  return {
    earned: { amountMinor: earnedMinor, currency },
    amount: { amountMinor: earnedMinor - amountMinor, currency },
  };
}

/** On the bill at Stripe. */
export async function mailCredited(tx: Tx, occasion: Occasion, issued: Issued): Promise<void> {
  await mailIssued(tx, occasion, issued, false);
}

/** In cash: by us (F39) or by the host's own system (F40). */
export async function mailPaidOut(tx: Tx, occasion: Occasion, issued: Issued): Promise<void> {
  await mailIssued(tx, occasion, issued, true);
}

async function mailIssued(tx: Tx, occasion: Occasion, issued: Issued, paidOut: boolean): Promise<void> {
  const { id, currency } = occasion.reward;
  const { amountMinor } = issued;
  await tell(tx, occasion, { subjectId: id, purpose: "issued" }, ({ values: { programTitle }, path }) => ({
    template: "reward_issued",
    values: { programTitle, path, reward: { amountMinor, currency }, paidOut, setOff: setOffOf(issued, currency) },
  }));
}

/** It can be paid as soon as the champion says where to; told once for each reward that waits for it. */
export async function mailDetailsNeeded(tx: Tx, occasion: Occasion): Promise<void> {
  const { id, dueMinor, currency } = occasion.reward;
  await tell(tx, occasion, { subjectId: id, purpose: "details" }, ({ values: { programTitle }, program }) => ({
    template: "payout_details_needed",
    values: { programTitle, path: `/portal/${program.slug}/payout`, reward: { amountMinor: dueMinor, currency } },
  }));
}

/** It is a gift: its champion says where it may go. */
export async function mailAddressNeeded(tx: Tx, occasion: Occasion): Promise<void> {
  const { id } = occasion.reward;
  await tell(tx, occasion, { subjectId: id, purpose: "address" }, ({ values: { programTitle }, program }) => ({
    template: "gift_address_needed",
    values: { programTitle, path: `/portal/${program.slug}/rewards/${id}/gift` },
  }));
}

/** On the next invoice of their subscription: all of it, or what a set-off left of the month's worth (M12). */
export async function mailFreeMonth(tx: Tx, occasion: Occasion, { amountMinor, whole }: { amountMinor: bigint; whole: boolean }): Promise<void> {
  const { id, currency } = occasion.reward;
  await tell(tx, occasion, { subjectId: id, purpose: "issued" }, ({ values: { programTitle }, path }) => ({
    template: "free_month_given",
    values: { programTitle, path, worth: { amountMinor, currency }, whole },
  }));
}

/** It is a donation: its champion chooses a cause. */
export async function mailCauseNeeded(tx: Tx, occasion: Occasion): Promise<void> {
  const { id, dueMinor, currency } = occasion.reward;
  await tell(tx, occasion, { subjectId: id, purpose: "cause" }, ({ values: { programTitle }, program }) => ({
    template: "cause_needed",
    values: { programTitle, path: `/portal/${program.slug}/cause`, reward: { amountMinor: dueMinor, currency } },
  }));
}

export async function mailDonated(tx: Tx, occasion: Occasion, { amountMinor, cause }: { amountMinor: bigint; cause: string }): Promise<void> {
  const { id, currency } = occasion.reward;
  await tell(tx, occasion, { subjectId: id, purpose: "issued" }, ({ values: { programTitle }, path }) => ({
    template: "reward_donated",
    values: { programTitle, path, reward: { amountMinor, currency }, cause },
  }));
}

export async function mailGiftSent(tx: Tx, occasion: Occasion, gift: { item: string; tracking: string | null }): Promise<void> {
  const { id } = occasion.reward;
  await tell(tx, occasion, { subjectId: id, purpose: "issued" }, ({ values: { programTitle }, program }) => ({
    template: "gift_sent",
    values: { programTitle, path: `/portal/${program.slug}/rewards/${id}/gift`, ...gift },
  }));
}

/** Nothing left the house: all of it settled an older receivable, of which `leftMinor` is still open (M12). */
export async function mailSetOff(
  tx: Tx,
  occasion: Occasion,
  { earnedMinor, leftMinor }: { earnedMinor: bigint; leftMinor: bigint },
): Promise<void> {
  const { id, currency } = occasion.reward;
  await tell(tx, occasion, { subjectId: id, purpose: "issued" }, ({ values: { programTitle }, path }) => ({
    template: "reward_set_off",
    values: {
      programTitle,
      path,
      earned: { amountMinor: earnedMinor, currency },
      left: { amountMinor: leftMinor, currency },
    },
  }));
}

export async function mailPersonalCode(
  tx: Tx,
  occasion: Occasion,
  gift: Issued & { code: string },
): Promise<void> {
  const { id, currency } = occasion.reward;
  await tell(tx, occasion, { subjectId: id, purpose: "issued" }, ({ values, path }) => ({
    template: "promotion_code_issued",
    values: {
      ...values,
      path,
      worth: { amountMinor: gift.amountMinor, currency },
      code: gift.code,
      expiresAt: null,
      setOff: setOffOf(gift, currency),
    },
  }));
}

/** Tells of a refusal, with the clause where there is one, and asks whether we should look again (S7, W14). */
export async function mailRefused(
  tx: Tx,
  occasion: Occasion,
  { clause, because }: { clause: { number: number; clause: Clause } | null; because: Because },
): Promise<void> {
  const { id, version } = occasion.reward;
  await tell(
    tx,
    occasion,
    { subjectId: id, purpose: `refused-${version}` },
    ({ locale, program, values, path }) => ({
      template: "reward_refused",
      values: {
        ...values,
        path,
        because,
        clause: clause && { number: clause.number, text: clause.clause.title[locale] },
        friendKeepsOffer: program.version.rules.friendOffer.kind !== "none",
        answerBy: addBusinessDays(program.calendar, occasion.clock.now(), APPEAL_BUSINESS_DAYS),
      },
    }),
  );
}

export async function mailReversed(
  tx: Tx,
  occasion: Occasion,
  change: { beforeMinor: bigint; cause: ReversalCause },
): Promise<void> {
  const { id, version, dueMinor, currency, paidAt, status } = occasion.reward;
  await tell(
    tx,
    occasion,
    { subjectId: id, purpose: `reversed-${version}` },
    ({ values: { programTitle }, path }) => ({
      template: "reward_reversed",
      values: {
        programTitle,
        path,
        cause: change.cause,
        takenBack: { amountMinor: change.beforeMinor - dueMinor, currency },
        left: { amountMinor: dueMinor, currency },
        wasPaid: paidAt !== null || status === "in_transit",
      },
    }),
  );
}

/** What they had was taken back where that could still be done; the version tells one time from the next. */
export async function mailTakenBack(tx: Tx, occasion: Occasion, { amountMinor, from }: { amountMinor: bigint; from: ReturnedFrom }): Promise<void> {
  const { id, version, currency } = occasion.reward;
  await tell(tx, occasion, { subjectId: id, purpose: `returned-${version}-${amountMinor}` }, ({ values: { programTitle }, path }) => ({
    template: "reward_returned",
    values: { programTitle, path, amount: { amountMinor, currency }, from },
  }));
}

/** Cash was sent back to us, and is paid anew (M16). */
export async function mailPayoutReturned(tx: Tx, occasion: Occasion, { amountMinor, retryAt }: { amountMinor: bigint; retryAt: Date }): Promise<void> {
  const { id, version, currency } = occasion.reward;
  await tell(tx, occasion, { subjectId: id, purpose: `payout-returned-${version}` }, ({ values, program }) => ({
    template: "payout_returned",
    values: { ...values, path: `/portal/${program.slug}/payout`, amount: { amountMinor, currency }, retryAt },
  }));
}

/** Given as points, to choose a prize with. */
export async function mailPointsGiven(tx: Tx, occasion: Occasion, { points }: { points: number }): Promise<void> {
  const { id } = occasion.reward;
  await tell(tx, occasion, { subjectId: id, purpose: "issued" }, ({ values: { programTitle }, program }) => ({
    template: "points_given",
    values: { programTitle, path: `/portal/${program.slug}/prizes`, points },
  }));
}

export async function mailAppealReceived(
  tx: Tx,
  occasion: Occasion,
  appeal: { id: string; answerBy: Date },
): Promise<void> {
  await tell(tx, occasion, { subjectId: appeal.id, purpose: "received" }, ({ values, path }) => ({
    template: "appeal_received",
    values: { ...values, path, answerBy: appeal.answerBy },
  }));
}

export async function mailAppealAnswered(
  tx: Tx,
  occasion: Occasion,
  appeal: { id: string; upheld: boolean; answer: string },
): Promise<void> {
  await tell(
    tx,
    occasion,
    { subjectId: appeal.id, purpose: "answered" },
    ({ values: { programTitle }, path }) => ({
      template: "appeal_answered",
      values: { programTitle, path, upheld: appeal.upheld, answer: appeal.answer },
    }),
  );
}
