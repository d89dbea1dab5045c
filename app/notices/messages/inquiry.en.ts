/** What the desk asks a champion about a reward. */
export const inquiry = {
  subject: "A question about your reward: can you answer by {day}?",
  heading: "We have one question",
  why: "A person is looking at your reward and would like to know one thing from you:",
  until: "Answer in your own words until {answerUntil}. A sentence or two is enough.",
  decided: "A person decides within two business days after your answer, and by {decideBy} at the latest, also if you would rather not answer.",
  private: "Please write nobody else's name or address: we do not need it.",
  action: "Answer the question",
};
