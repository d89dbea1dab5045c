/** Where a champion's money goes, for programs that thank in cash. */
export const payout = {
  title: "Being paid",
  lead: "Rewards of this program are paid to your bank account.",
  toPage: "See where it goes",
  state: {
    payout_details_missing: "We do not know yet where your rewards may go. Until then they are kept for you.",
    identity_check: "Stripe is looking at your details. That takes minutes as a rule; we pay as soon as it is done.",
    payout_details_changed: "Another bank account was given. To be sure that it was you, nothing is paid to it until {until}.",
    payout_failed: "Your bank sent the last payment back. It waits on your account at Stripe: please put your bank details right there. Until then your rewards are kept for you.",
    ready: "All is well: rewards go to your account ending in {last4}.",
  },
  whereTitle: "Your bank account",
  where: "Stripe pays for us and asks you for your details itself. Your bank details stay there: we see only the last signs of the number.",
  begin: "Say where it should go",
  change: "See or change it at Stripe",
  goOn: "Go on at Stripe",
  unreachable: "Stripe did not answer just now. Nothing was changed; please try again in a minute.",
  sumTitle: "What is ready",
  ready: "{amount} is approved and ready to be paid.",
  missing: "{missing} is missing until it leaves: we pay from {minimum} on, all of it together.",
  minimum: "We pay from {minimum} on, all of it together.",
} as const;
