/** What a champion was asked about a reward, and their answer. */
export const inquiry = {
  title: "A question about your reward",
  note: "We have one question about a reward of yours.",
  open: "Read it and answer",
  lead: "A person is looking at this reward and would like to know one thing. A sentence or two is enough.",
  until: "Until {until} we wait for your answer. A person decides within two business days after it, and by {decideBy} at the latest.",
  over: "We waited until {until}. A person decides by {decideBy}; until then your answer still counts.",
  answer: "Your answer",
  answerHint: "Please write nobody else's name or address. We do not need it, and it stays between you and them.",
  send: "Send the answer",
  sent: "Thank you. A person reads it and decides by {decideBy}.",
  yours: "You answered on {date}:",
  closed: "It is decided in the meantime, so there is nothing left to answer.",
  twice: "You answered this before. What you wrote then is with us.",
} as const;
