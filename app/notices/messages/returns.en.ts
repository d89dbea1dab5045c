/** What mails say of something a champion had and that was taken back. */
export const returns = {
  returned: {
    subject: "Taken back: {amount}",
    heading: "We took back what was not used yet",
    from: {
      stripe_balance: "{amount} of credit was still on your bill, unused, and has gone from it.",
      promotion_code: "Your thank-you code worth {amount} was not used yet, and no longer works.",
      free_month: "Your free month, worth {amount}, had not begun yet and is taken off your subscription.",
      transfer: "{amount} was still on your account at Stripe, and has gone back from there.",
      points: "The points you had for {amount} were not spent yet, and are off your account.",
      donation: "{amount} was collected for your cause and not passed on yet, and is not passed on.",
    },
    settled: "That settles it: {amount} less comes off your next rewards. Nothing is ever charged to you.",
    action: "See what happened",
  },
  payoutFailed: {
    subject: "Your bank sent {amount} back: please look at your details",
    heading: "Your bank sent a payment back",
    failed: "We paid you {amount}, and your bank did not take it. The money is yours: it waits on your account at Stripe.",
    next: "Please look at your bank details there. With the right ones Stripe pays it out by itself.",
    waits: "Until then your next rewards are kept for you.",
    action: "Look at your details",
  },
  payoutReturned: {
    subject: "A payment of {amount} came back: we try again",
    heading: "A payment to you came back",
    came: "We paid you {amount}, and it came back to us. It stays yours.",
    next: "We look at it, and pay it again from {retryAt} on.",
    check: "If your bank account has changed, please say so before then.",
    action: "Look at your details",
  },
} as const;
