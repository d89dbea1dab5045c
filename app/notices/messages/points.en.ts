/** What mails say of points and prizes. */
export const points = {
  pointsGiven: {
    subject: "{points, plural, one {One point} other {# points}} for you",
    heading: "{points, plural, one {One point} other {# points}} for you",
    given: "{points, plural, one {One point is} other {# points are}} on your account, in thanks for your recommendation.",
    choose: "Choose a prize with them whenever you like.",
    action: "See the prizes",
  },
  prizeSent: {
    subject: "Your prize is on its way: {prize}",
    heading: "Your prize is on its way",
    sent: "{prize} is on its way to you, or ready for you. Enjoy it.",
    action: "See your prizes",
  },
  prizeCalledOff: {
    subject: "We cannot give you {prize}: your points are back",
    heading: "Your points are back",
    because: "We cannot give you {prize} after all. {reason}",
    back: "{points, plural, one {One point is} other {All # points are}} on your account again.",
    action: "Choose another prize",
  },
} as const;
