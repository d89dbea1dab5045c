/**
 * The accounts of the book. Debit is positive, credit is negative, so what we owe is a credit and what somebody owes
 * us is a debit on the same account (M5, M12).
 */
export const programCost = (programId: string) => `program_cost:${programId}`;
/** Granted, not yet approved. */
export const championPending = (championId: string) => `champion_pending:${championId}`;
/** Approved, not yet handed out; a debit balance is a receivable that later rewards settle first. */
export const championPayable = (championId: string) => `champion_payable:${championId}`;
/** The same of what a friend has for themselves, per recommendation (W6): no account names a person. */
export const friendPending = (referralId: string) => `friend_pending:${referralId}`;
export const friendPayable = (referralId: string) => `friend_payable:${referralId}`;

/** What stands before the colon of accounts on which rewards are owed, before and after their approval. */
export const PENDING_KINDS = ["champion_pending", "friend_pending"];
export const PAYABLE_KINDS = ["champion_payable", "friend_payable"];

/** What left the house, per rail. */
export const STRIPE_CREDIT_ISSUED = "stripe_credit_issued";
export const PROMOTION_CODE_ISSUED = "promotion_code_issued";
export const TRANSFER_ISSUED = "transfer_issued";
export const FREE_MONTH_ISSUED = "free_month_issued";
export const GIFT_ISSUED = "gift_issued";
/** Collected for a cause, not yet passed on. */
export const donationDue = (causeId: string) => `${DONATION_DUE_PREFIX}${causeId}`;
export const DONATION_DUE_PREFIX = "donation_due:";
/** Passed on to causes. */
export const DONATIONS_MADE = "donations_made";
/** Turned into points: the money side, and the points side (`PTS`), on which a champion's own account and what was spent stand too. */
export const POINTS_ISSUED = "points_issued";
export const POINTS_MADE = "points_made";
export const championPoints = (championId: string) => `${CHAMPION_POINTS_PREFIX}${championId}`;
export const CHAMPION_POINTS_PREFIX = "champion_points:";
export const POINTS_SPENT = "points_spent";
export const POINTS = "PTS";
export const OWN_PAYOUT_ISSUED = "own_payout_issued";
/** What champions owed back and nobody asks for any more (M12). */
export const WRITTEN_OFF = "written_off";

/** The one kind of transaction that may push a payable account below zero: taking back after a refund (I9). */
export const ADJUST_KIND = "adjust_reward";
/** The kind that hands a reward over: off the payable account, onto a rail's. */
export const FULFIL_KIND = "fulfil_reward";
/** The kind that brings a hand-over back: off a rail's account, onto the payable one. */
export const RETURN_KIND = "return_hand_over";
/** The kind that passes on what was collected for a cause. */
export const DONATE_KIND = "donate";
/** The kinds that spend points on a prize, and give them back. */
export const SPEND_KIND = "spend_points";
export const UNSPEND_KIND = "return_points";
/** The kind that closes what a champion owed back for too long (M12). */
export const WRITE_OFF_KIND = "write_off";
