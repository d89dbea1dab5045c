/** What mails say of a reward that has nothing it could come off. */
export const expiry = {
  expiring: {
    subject: "Your {reward} is kept until {day}",
    heading: "Your reward is still waiting for you",
    waits: "You earned {reward} by recommending us. It comes off a bill, and you have had none with us yet that it could come off.",
    until: "We keep it until {until}. Order or renew before then, and it comes off by itself.",
    help: "Do you have an account with us under another address? Reply to this mail, and a person sets it right.",
    action: "See your reward",
  },
  expired: {
    subject: "Your {reward} was kept as long as the program says, and has lapsed",
    heading: "Your reward has lapsed",
    lapsed: "Your reward of {reward} waited for a bill that it could come off, and there was none in all that time.",
    told: "How long we keep one stands on the program page, and we wrote to you 30 days ago.",
    help: "Did we miss something, such as an account under another address? Reply to this mail, and a person looks again.",
    action: "See your reward",
  },
} as const;
