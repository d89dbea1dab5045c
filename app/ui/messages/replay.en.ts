/** What the past would have cost under other rules. */
export const replay = {
  title: "The last 90 days under these rules",
  ask: "Change something, or show the example: then you read here what the last 90 days would have cost.",
  misfit: "The figures do not fit together yet. Once they do, you read here what the last 90 days would have cost.",
  nothing: "Since {since} no friend paid, so there is nothing to count.",
  more: "{amount} more than under version {number}, which is in force.",
  less: "{amount} less than under version {number}, which is in force.",
  same: "As much as under version {number}, which is in force.",
  rule: "Rule",
  inForce: "Version {number}, in force",
  rewards: "Rewards",
  cost: "Cost",
  sum: "Together",
  cut: "The limits would have cut off {amount}.",
  refused: "{count, plural, one {# payment met} other {# payments met}} no condition, came above a limit or was refused.",
  beside: "Thanks for sign-ups and milestones come on top of this: they are not counted here.",
  how: "How this is counted",
  howBody:
    "{payments, plural, one {The # payment} other {Each of the # payments}} of friends since {since} is counted again under these rules, with every refund up to now. Nothing is estimated. Who recommended whom, and what was refused by a check or by a person, stays as it was.",
  howVersions: "Both columns count every friend, whichever version they were linked under. Friends who are linked already keep their version after you publish.",
} as const;
