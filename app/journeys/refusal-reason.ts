import { championReason, type ReasonCode } from "~/attribution/reason-codes";
import { REFUSAL_REASONS, type RefusalReason } from "~/notices/mail-values";

/** Why the rules gave nothing, as the mail may say it: what must not be told apart is one reason (S10). */
export function refusalReason(code: string | null): RefusalReason {
  const safe: string = championReason(code as ReasonCode);
  return REFUSAL_REASONS.find((reason) => reason === safe) ?? "other";
}
