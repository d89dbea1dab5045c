export const site = {
  home: {
    title: "Recommend what you love",
    lead: "Here loyal customers tell a friend about us, and both are thanked for it.",
    how: "How it works",
    step1: "You join in a minute and get a link and a code of your own.",
    step2: "You share them with somebody who would like what we make.",
    step3: "When your friend buys, you see it here, with the day and the hour of your thank-you.",
    soonTitle: "The first program opens here",
    soonBody: "Once it is live you find it on this page, with the terms in plain words.",
    signIn: "Sign in",
  },
} as const;
