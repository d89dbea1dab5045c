/** What a champion's rewards go to, where a program gives them away. */
export const cause = {
  title: "What it goes to",
  lead: "Rewards of this program go to a cause of your choice.",
  choose: "Your cause",
  none: "There is no cause to choose from yet. What you earn is kept until there is one.",
  save: "Give to this one",
  saved: "Thank you. This and later rewards go to {name}.",
  gone: "This cause is not on offer any more. Please choose another.",
  toPage: "See or change what it goes to",
} as const;
