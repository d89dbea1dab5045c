import type { Database } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { emailHashOf } from "~/identity/email-hash.server";
import { REFUSAL_REASONS, type MailRequest, type MailValues, type TemplateName } from "~/notices/mail-values";
import type { MailBrand } from "~/notices/mail-brand";
import { aPerson } from "./champions";

const zone = "Europe/Amsterdam";
const euros = (amountMinor: bigint) => ({ amountMinor, currency: "EUR" });
const ofProgram = { programTitle: "Friends of Noor", path: "/portal/friends/rewards/rwd_1" } as const;
const decideBy = new Date("2026-12-21T16:00:00Z");

export const aBrand: MailBrand = {
  name: "Noor & Co",
  accent: "#b8432b",
  logoUrl: null,
  senderName: "Noor & Co",
  senderEmail: "noor@example.test",
  supportEmail: "help@noor.example",
  postalAddress: "Kade 1\n1011 AB Amsterdam",
};

/** Values for every template, several where a template has several faces. */
export const sampleValues: { [Name in TemplateName]: MailValues[Name][] } = {
  sign_in_code: [{ code: "12345678", minutes: 10, path: "/sign-in/link/token" }],
  welcome: [
    { ...ofProgram, code: "ANNA-KOOPT", ownOffer: "€ 10,00" },
    { ...ofProgram, code: "ANNA-KOOPT", ownOffer: null },
  ],
  application_received: [{ ...ofProgram, zone, answerBy: decideBy }],
  application_accepted: [{ ...ofProgram, ownOffer: "€ 10,00" }],
  application_refused: [
    { ...ofProgram, zone, reason: "We are full until spring.", mayReapplyAt: new Date("2027-03-01T09:00:00Z") },
    { ...ofProgram, zone, reason: "We are full.", mayReapplyAt: null },
  ],
  recommendation_bought: [
    { ...ofProgram, zone, reward: euros(1000n), decideBy, friendInitial: null },
    { ...ofProgram, zone, reward: euros(1000n), decideBy, friendInitial: "B" },
  ],
  recommendation_signed_up: [{ ...ofProgram, zone, reward: euros(200n), decideBy, friendInitial: null }],
  milestone_reached: [
    { ...ofProgram, zone, reward: euros(2500n), decideBy, friends: 1 },
    { ...ofProgram, zone, reward: euros(2500n), decideBy, friends: 3 },
  ],
  promise_late: (["reward", "appeal", "question", "application"] as const).map((kind) => ({
    ...ofProgram, zone, kind, reason: kind === "reward" ? ("second_person" as const) : ("nobody_yet" as const), firstBy: decideBy, newBy: new Date("2026-12-23T16:00:00Z"),
  })),
  reward_approved: [{ ...ofProgram, zone, reward: euros(1000n), payBy: decideBy }],
  approval_undone: [{ ...ofProgram, zone, reward: euros(1000n), decideBy }],
  reward_issued: [
    { ...ofProgram, reward: euros(1000n), paidOut: false, setOff: null },
    { ...ofProgram, reward: euros(700n), paidOut: true, setOff: { earned: euros(1000n), amount: euros(300n) } },
  ],
  payout_details_needed: [{ ...ofProgram, reward: euros(1000n) }],
  payout_details_changed: [{ zone, changedAt: decideBy, paidFrom: decideBy, path: "/portal/account" }],
  free_month_given: [true, false].map((whole) => ({ ...ofProgram, worth: euros(900n), whole })),
  cause_needed: [{ ...ofProgram, reward: euros(1000n) }],
  reward_donated: [{ ...ofProgram, reward: euros(1000n), cause: "The Rainforest Fund" }],
  gift_address_needed: [{ ...ofProgram }],
  gift_sent: [
    { ...ofProgram, item: "A bag of Guji", tracking: "3SABCD0123456" },
    { ...ofProgram, item: "A bag of Guji", tracking: null },
  ],
  reward_expiring: [{ ...ofProgram, zone, reward: euros(1000n), until: new Date("2027-01-31T16:00:00Z") }],
  reward_expired: [{ ...ofProgram, reward: euros(1000n) }],
  reward_returned: (["stripe_balance", "promotion_code", "free_month", "transfer", "donation", "points"] as const).map((from) => ({ ...ofProgram, amount: euros(1000n), from })),
  points_given: [{ ...ofProgram, points: 1000 }],
  prize_sent: [
    { ...ofProgram, prize: "A mug", note: null },
    { ...ofProgram, prize: "A mug", note: "At the counter from Monday." },
  ],
  prize_called_off: [{ ...ofProgram, prize: "A mug", points: 500, reason: "The last one broke." }],
  payout_failed: [{ ...ofProgram, amount: euros(1000n) }],
  payout_returned: [{ ...ofProgram, zone, amount: euros(1000n), retryAt: decideBy }],
  reward_set_off: [
    { ...ofProgram, earned: euros(1000n), left: euros(500n) },
    { ...ofProgram, earned: euros(1000n), left: euros(0n) },
  ],
  reward_refused: [
    {
      ...ofProgram, zone, clause: { number: 4, text: "A recommendation counts for somebody who is new." },
      because: { note: "Thank you for telling others about us. This one did not count as new." }, answerBy: decideBy,
      friendKeepsOffer: true,
    },
    ...REFUSAL_REASONS.map((reason) => ({
      ...ofProgram, zone, clause: null, because: { reason }, answerBy: decideBy, friendKeepsOffer: false,
    })),
  ],
  reward_reversed: [
    { ...ofProgram, takenBack: euros(1000n), left: euros(0n), cause: "refund_full", wasPaid: false },
    { ...ofProgram, takenBack: euros(400n), left: euros(600n), cause: "refund_partial", wasPaid: true },
  ],
  promotion_code_issued: [{ ...ofProgram, zone, worth: euros(1000n), code: "DANK-7Q2M", expiresAt: new Date("2027-06-01T10:00:00Z"), setOff: null }],
  appeal_received: [{ ...ofProgram, zone, answerBy: decideBy }],
  appeal_answered: [
    { ...ofProgram, upheld: true, answer: "We found the visit that was missing." },
    { ...ofProgram, upheld: false, answer: "The purchase came before your link was opened." },
  ],
  question_received: [{ ...ofProgram, zone, answerBy: decideBy }],
  inquiry: [{ ...ofProgram, zone, question: "Where do you share your link?", answerUntil: decideBy, decideBy: new Date(decideBy.getTime() + 172_800_000) }],
  question_answered: [{ ...ofProgram, answer: "We found the order and linked it to you." }],
  email_change_requested: [
    { zone, recipient: "old", newEmail: "anna.new@example.test", effectiveAt: decideBy, path: "/email-change/cancel/t" },
    { zone, recipient: "new", newEmail: "anna.new@example.test", effectiveAt: decideBy, path: "/email-change/confirm/t" },
  ],
  email_changed: [{ zone, newEmail: "anna.new@example.test", changedAt: decideBy, path: "/portal/account" }],
  factor_changed: [{ zone, change: "passkey_added", changedAt: decideBy, path: "/desk/security" }],
  staff_digest: [
    {
      zone, path: "/desk/queue", counts: { reward: 2, application: 1, appeal: 0, question: 1, late: 1 },
      overdue: [{ what: "reward", rewardId: "rwd_1", name: "Anna", promisedBy: new Date("2026-11-23T16:00:00Z"), path: "/desk/rewards/rwd_1" }],
      next: [{ what: "application", rewardId: null, name: "Bram", promisedBy: decideBy, path: "/desk/applications" }],
      failing: [],
    },
    {
      zone, path: "/desk/queue", counts: { reward: 0, application: 0, appeal: 0, question: 0, late: 0 }, overdue: [], next: [],
      failing: [{ host: "shop.example.com", since: new Date("2026-11-22T10:00:00Z"), path: "/desk/settings/webhooks/wh_1" }],
    },
    {
      zone, path: "/desk/queue", counts: { reward: 0, application: 1, appeal: 0, question: 0, late: 0 }, overdue: [], failing: [],
      next: [{ what: "application", rewardId: null, name: "Bram", promisedBy: decideBy, path: "/desk/applications" }],
    },
  ],
  staff_welcome: [{ path: "/desk/sign-in" }],
  webhook_trouble: (["gone", "failing", "given_up"] as const).map((trouble) => ({
    host: "shop.example.com", trouble, path: "/desk/settings/webhooks/wh_1" as const,
  })),
  test_mail: [{ path: "/desk/settings/company" }],
  bundle: [
    {
      path: "/portal",
      outcomes: [
        { headline: "Approved", sentence: "Your reward is approved.", action: { label: "See it", url: "http://localhost:3000/portal/a" } },
        { headline: "Issued", sentence: "It is on your account.", action: { label: "See it", url: "http://localhost:3000/portal/b" } },
      ],
    },
  ],
};

/** A person with an address that can be written to. */
export async function aReader(db: Database, { email = `${newId("psn")}@reader.example`, locale = "en" } = {}) {
  return aPerson(db, { email, emailHash: emailHashOf(email), locale });
}

/** A request for an outcome mail, another one each time unless told which. */
export function anOutcomeMail(personId: string, subjectId: string = newId("rwd")): MailRequest {
  const [values] = sampleValues.reward_issued;
  return { template: "reward_issued", personId, subjectId, purpose: "issued", values: values as MailValues["reward_issued"] };
}
