/** Between asking and taking effect, so that the owner of the old address can stop it (R14, F37). */
export const EMAIL_CHANGE_HOURS = 72;

export interface EmailChangeState {
  confirmedAt: Date | null;
  appliedAt: Date | null;
  cancelledAt: Date | null;
  effectiveAt: Date;
}

export type EmailChangeStanding =
  /** The new address has not been confirmed yet. */
  | "unconfirmed"
  | "confirmed"
  | "applied"
  | "cancelled"
  /** The new address was not confirmed in time. */
  | "expired";

/** How far a change of address has come. */
export function standingOfChange(change: EmailChangeState, now: Date): EmailChangeStanding {
  if (change.appliedAt) return "applied";
  if (change.cancelledAt) return "cancelled";
  if (change.confirmedAt) return "confirmed";
  return now.getTime() < change.effectiveAt.getTime() ? "unconfirmed" : "expired";
}

/** Whether the change may be written now: confirmed, not stopped, and 72 hours old. */
export function mayTakeEffect(change: EmailChangeState, now: Date): boolean {
  return standingOfChange(change, now) === "confirmed" && now.getTime() >= change.effectiveAt.getTime();
}
