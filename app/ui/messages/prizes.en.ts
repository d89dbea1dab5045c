/** A champion's points and what they can be spent on. */
export const prizes = {
  title: "Points and prizes",
  have: "You have {points, plural, one {one point} other {# points}}.",
  toPage: "Choose a prize with your points",
  choose: "Choose a prize",
  none: "There is no prize to choose right now. Your points stay yours.",
  which: "Prizes",
  costs: "{name}: {points, plural, one {one point} other {# points}}",
  left: "{count, plural, one {one left} other {# left}}",
  missing: "{points, plural, one {one point} other {# points}} to go",
  address: "Where may it go?",
  addressHint: "Name, street and town, as on a parcel. Leave it empty if you fetch it. Only who sends it sees it, and it goes 30 days after.",
  take: "Take this prize",
  chosen: "It is yours. We write to you as soon as it is on its way.",
  yours: "What you chose",
  state: { waiting: "Chosen on {date}; we are on it", sent: "On its way since {date}", called_off: "Called off on {date}; your points are back" },
  refused: {
    prize_gone: "This prize is not on offer any more. Please choose another.",
    prize_out: "Somebody just took the last one. Please choose another.",
    too_few_points: "You do not have enough points for this one yet.",
  },
} as const;
