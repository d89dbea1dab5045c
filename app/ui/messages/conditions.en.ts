/** A program's rules in figures: on its own page and in the history of its versions. */
export const conditions = {
  title: "The conditions, in figures",
  reward: "What you are thanked for",
  rules: {
    when: {
      first_purchase: "For a first order",
      every_purchase:
        "{months, plural, =0 {For every order} one {For every order in the first month} other {For every order in the first # months}}",
      renewal:
        "{months, plural, =0 {For every renewal of a subscription} one {For every renewal in the month after the first order} other {For every renewal in the # months after the first order}}",
      milestone: "{number, plural, one {When a first friend bought and stayed} other {When # friends bought and stayed}}",
      every_milestone: "{number, plural, one {For every friend who bought and stayed} other {For every # friends who bought and stayed}}",
    },
    share: "{percent} of what is paid",
    fromFriend: "from the {number, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} friend on",
    least: "from {amount} on",
    group: "for {group}",
    approval: { hold_end: "given by itself after the wait", manual: "once a person has looked at it", immediate: "given at once" },
    line: "{when}: {worth}",
    lineOnly: "{when}, {conditions}: {worth}",
  },
  goal: {
    title: "What your next friends lead to",
    until: "{have, number} of {asks, plural, one {# friend} other {# friends}} until {worth}",
  },
  wait: "When it is yours",
  waitHold:
    "{days, plural, =0 {When the order is paid, rounded up to the end of a working day} one {# day after the payment, rounded up to the end of a working day} other {# days after the payment, rounded up to the end of a working day}}",
  waitManual:
    "{days, plural, =0 {When a person has looked at it} one {# day after the payment, when a person has looked at it} other {# days after the payment, when a person has looked at it}}",
  waitImmediate: "Straight away when the order is paid",
  memory: "How long a click counts",
  memoryDays: "{days, plural, one {# day} other {# days}}",
  qualify: "The first order has to follow within",
  qualifyDays: "{days, plural, one {# day} other {# days}}",
  qualifyNone: "No limit",
  model: "When somebody used the links of several people",
  first: "The first link counts",
  last: "The last link counts",
  minimum: "The smallest order that counts",
  minimumNone: "Any order that is paid",
  minimumAmount: "{amount}, without VAT",
  offerFrom: "The discount for {type, select, affiliate {readers} other {friends}}",
  offerFromAmount: "On orders of {least} or more",
  cap: "The most you can get in 30 days",
  capPerFriend: "The most you can get for one friend",
  capNone: "No maximum",
  rail: "How you get it",
  stripe_balance: "Off your next bill, by itself",
  promotion_code: "As a personal code for your next order",
  own_payout: "Paid to you by us",
  gift: "As a gift that a person chooses and sends to you",
  transfer: "In cash, to your bank account",
  payoutFrom: "Paid as soon as there is",
  own: "Your own offer",
  ownAmount:
    "{offer} off an order of your own: worth at least as much as the offer for {type, select, affiliate {readers} other {friends}}",
} as const;
