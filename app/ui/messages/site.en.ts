export const site = {
  home: {
    title: "Recommend what you love",
    lead: "At {company} loyal customers tell a friend, and both are thanked for it.",
    programs: "Where you can join",
    see: "See how it works",
    how: "How it works",
    step1: "You join in a minute and get a link and a code of your own.",
    step2: "You share them with somebody who would like what we make.",
    step3: "When your friend buys, you see it here, with the day and the hour of your thank-you.",
    soonTitle: "The first program opens here",
    soonBody: "Once it is live you find it on this page, with the terms in plain words.",
    signIn: "Sign in",
  },
  program: {
    happens: "What happens",
    paused: "This program is taking a break. Nobody new can join now; what champions earned stays theirs.",
    ended: "This program has ended. Rewards that were waiting are still decided and given.",
    join: "Join",
    apply: "Ask to join",
    useInvitation: "Use your invitation",
    policy: {
      open: "Anybody can join. It takes a minute and costs nothing.",
      customers:
        "For our customers: sign in with the address you order with. Not a customer yet? Then you can ask to join.",
      invitation: "This program is by invitation. Open the link in your invitation to join.",
      invited: "You were invited. Joining takes a minute and costs nothing.",
      application:
        "Tell us in a few words where you would share. A person reads it, and you see at once by when you get an answer.",
    },
    example: {
      title: "An example",
      caption: "One order, counted out",
      line: "What",
      amount: "Amount",
      basket: "{type, select, affiliate {A reader orders for} other {Your friend orders for}}",
      saves: "{type, select, affiliate {Their discount} other {Their discount, because of you}}",
      pays: "{type, select, affiliate {The reader pays} other {Your friend pays}}",
      friendReward: "{type, select, affiliate {The reader gets later} other {Your friend gets later}}",
      reward:
        "{rail, select, free_month {You get a free month worth} points {You get points for a prize, worth} donation {You give to a cause} gift {You get a gift worth} transfer {You get, in cash} own_payout {You get, paid to you} promotion_code {You get, as a code for your next order} other {You get, off your next bill}}",
      sentence:
        "{type, select, affiliate {A reader} other {Your friend}} buys for {basket} and pays {pays}. {rail, select, free_month {You get a free month worth {reward}} points {You get points for a prize, worth {reward}} donation {You give {reward} to a cause} gift {You get a gift worth {reward}} transfer {You are paid {reward}} own_payout {You are paid {reward}} promotion_code {You get {reward} off your next order} other {You get {reward} off your next bill}}.",
      beforeTax: "A percentage is counted on what is paid, without VAT.",
    },
    values: "What {company} stands for",
    terms: "The terms",
    termsVersion: "Version {number}, since {date}",
    termsAlone: "The terms on a page of their own",
  },
  terms: {
    title: "Terms: {program}",
    version: "Version {number}, published on {date}",
    current: "This is the version that newcomers accept.",
    superseded: "A newer version followed on {date}. This one still counts for whoever accepted it.",
    others: "Other versions",
    back: "The program",
  },
} as const;
