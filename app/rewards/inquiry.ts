import { addBusinessDays, type BusinessCalendar } from "~/programs/business-calendar";
import { isAtLeast, type TrustCheck } from "~/trust/outcome";

/** What a champion can be asked with one tap; wide enough that none tells which rule doubted, or about whom (S10, R40). */
export const INQUIRY_TOPICS = ["acquaintance", "sharing", "together", "account"] as const;
export type InquiryTopic = (typeof INQUIRY_TOPICS)[number];

/** How long a reward waits for its champion's answer. */
export const ANSWER_DAYS = 7;
const DAY_MS = 86_400_000;
/** Within how many business days after the answer a person decides; and after the wait, when none came. */
const DECIDE_DAYS = { answered: 2, unanswered: 1 } as const;

const TOPIC_OF_RULE: Record<string, InquiryTopic> = {
  R5: "together", R7: "together", R21: "together",
  R8: "sharing", R15: "sharing", R16: "sharing", R17: "sharing",
  R13: "account", R14: "account",
};

/** The ready questions, those first that fit what was found about the sale. */
export function topicsFor(checks: readonly TrustCheck[]): InquiryTopic[] {
  const doubting = checks.filter(({ outcome }) => isAtLeast(outcome, "flag"));
  return [...new Set([...doubting.map(({ rule }) => TOPIC_OF_RULE[rule] ?? "acquaintance"), ...INQUIRY_TOPICS])];
}

/** Until when the answer is waited for, and by when a person decides at the latest: the promise moves with the question (W14, W21). */
export function hoursOfInquiry(calendar: BusinessCalendar, decideBy: Date, now: Date): { answerUntil: Date; decideBy: Date } {
  const answerUntil = new Date(now.getTime() + ANSWER_DAYS * DAY_MS);
  const latest = addBusinessDays(calendar, answerUntil, DECIDE_DAYS.answered);
  return { answerUntil, decideBy: latest > decideBy ? latest : decideBy };
}

/** The hour that holds once the wait is over: sooner, never later than what was promised. */
export function hourAfterInquiry(calendar: BusinessCalendar, { decideBy, end, now }: { decideBy: Date; end: "answered" | "unanswered"; now: Date }): Date {
  const next = addBusinessDays(calendar, now, DECIDE_DAYS[end]);
  return next < decideBy ? next : decideBy;
}
