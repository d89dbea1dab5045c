/** Reward rules in words: in the editor, on a program's page, at a reward. */
export const rewardRules = {
  title: "What champions are thanked for",
  lead: "An order earns by one rule only, the first one that fits it. Rules are read from the most particular to the widest: first orders, then renewals, then every order; with conditions before without.",
  rule: "Rule {number}",
  another: "Another rule",
  trigger: "For what",
  noTrigger: "No rule",
  months: "Months",
  monthsHint: "For later orders: counted from the friend's first one. Empty: for life.",
  only: "Only under conditions",
  fromFriend: "From which friend on",
  fromFriendHint: "3: for the third friend somebody brings, and every one after. A higher number goes first.",
  least: "From which amount on",
  leastHint: "Paid without VAT and shipping.",
  group: "Product group",
  groupHint: "As your shop or Stripe calls it. A percentage is then counted on these products alone.",
  occasion: {
    first_purchase: "A friend's first order",
    every_purchase: "Every order of a friend",
    renewal: "Every renewal of a subscription",
  },
} as const;
