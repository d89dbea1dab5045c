/** The page behind a link of the daily mail: what approving one reward would do. */
export const decideLink = {
  title: "Approve a reward",
  lead: "{amount} waits for a decision. Looking at this page changes nothing.",
  signIn: "Sign in to approve",
  open: "Open it at the desk, with the evidence",
  another: "This link was mailed to a colleague, and only they can use it. At the desk you find the same reward.",
  decided: "There is nothing to decide here any more: it was decided, or it waits for the bank. The desk shows what happened.",
  expired: "This link was good for four days, and they are over. At the desk you find the reward as it stands.",
  changed: "It changed in the meantime, and nothing was done. Look at it once more.",
  done: {
    approved: "Approved. At the desk you can take it back while the hold runs.",
    first: "Your approval is noted. Another person has to agree.",
  },
} as const;
