import type { TemplateName } from "./mail-values";

/** What a person can stop on its own; security mails cannot be stopped, because nobody sends them unasked. */
export const MAIL_KINDS = ["security", "outcome", "program", "staff"] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

/** The kinds that carry one-click unsubscribe (L2). */
export const STOPPABLE_KINDS = ["outcome", "program", "staff"] as const satisfies readonly MailKind[];
export type StoppableKind = (typeof STOPPABLE_KINDS)[number];

interface TemplateRules {
  kind: MailKind;
  /**
   * `weekly`: counts against the person's weekly mails and waits for its turn. `at_once`: security, work of the desk,
   * answers a person was promised by an hour, and what takes a promise back: holding those back would be untrue.
   */
  pace: "weekly" | "at_once";
  /** After this it helps nobody and is given up, in hours. */
  usefulForHours: number;
  /** Holds a secret that only its reader may see: never shown on the desk, never sent again from there. */
  secret: boolean;
}

const WEEK = 7 * 24;

const outcome = (pace: TemplateRules["pace"]): TemplateRules => ({ kind: "outcome", pace, usefulForHours: 2 * WEEK, secret: false });
const security = (usefulForHours: number): TemplateRules => ({ kind: "security", pace: "at_once", usefulForHours, secret: true });
const desk: TemplateRules = { kind: "staff", pace: "at_once", usefulForHours: 24, secret: false };

export const MAIL_TEMPLATES: Record<TemplateName, TemplateRules> = {
  sign_in_code: security(1 / 6),
  email_change_requested: security(72),
  email_changed: security(WEEK),
  factor_changed: security(WEEK),
  payout_details_changed: security(WEEK),
  welcome: { ...outcome("weekly"), kind: "program" },
  application_received: outcome("at_once"),
  application_accepted: outcome("at_once"),
  application_refused: outcome("at_once"),
  recommendation_bought: outcome("weekly"),
  recommendation_signed_up: outcome("weekly"),
  milestone_reached: outcome("weekly"),
  reward_approved: outcome("weekly"),
  approval_undone: outcome("at_once"),
  reward_issued: outcome("weekly"),
  payout_details_needed: outcome("weekly"),
  free_month_given: outcome("weekly"),
  cause_needed: outcome("weekly"),
  reward_donated: outcome("weekly"),
  gift_address_needed: outcome("weekly"),
  gift_sent: outcome("weekly"),
  reward_set_off: outcome("weekly"),
  // A warning that waits for its turn would be late.
  reward_expiring: outcome("at_once"),
  reward_expired: outcome("weekly"),
  reward_refused: outcome("weekly"),
  reward_reversed: outcome("weekly"),
  reward_returned: outcome("weekly"),
  // Only they can put it right, and every day counts.
  payout_failed: outcome("at_once"),
  payout_returned: outcome("at_once"),
  promotion_code_issued: outcome("weekly"),
  points_given: outcome("weekly"),
  prize_sent: outcome("weekly"),
  prize_called_off: outcome("at_once"),
  appeal_received: outcome("at_once"),
  appeal_answered: outcome("at_once"),
  promise_late: outcome("at_once"),
  question_received: outcome("at_once"),
  // An answer is waited for, and an hour moves with it.
  inquiry: outcome("at_once"),
  question_answered: outcome("at_once"),
  bundle: outcome("weekly"),
  staff_digest: desk,
  staff_welcome: { ...desk, usefulForHours: WEEK },
  webhook_trouble: { ...desk, usefulForHours: WEEK },
  test_mail: desk,
};

export const TEMPLATE_NAMES = Object.keys(MAIL_TEMPLATES) as TemplateName[];

export function isTemplateName(text: unknown): text is TemplateName {
  return typeof text === "string" && Object.hasOwn(MAIL_TEMPLATES, text);
}

/** The templates that share a person's weekly mails. */
export const WEEKLY_TEMPLATES = TEMPLATE_NAMES.filter((name) => MAIL_TEMPLATES[name].pace === "weekly");
