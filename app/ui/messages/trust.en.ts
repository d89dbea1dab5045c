/** How closely a program looks, what each rule was worth, and a case before a person. */
export const trust = {
  settings: {
    title: "Checks of {program}",
    link: "Checks",
    lead: "Before a thank-you is given, each sale is compared with what lies around it. Here you choose how closely, and see how often each check was right.",
    level: "How closely to look",
    levelHint: "It counts for sales from now on. A level moves the figures; what a check leads to stays the same.",
    relaxed: "Relaxed",
    moderate: "Moderate",
    strict: "Strict",
    figures:
      "Looks at who pays within {seconds} seconds of the visit, at more than {friends} friends in 24 hours, at the first {rewards, plural, one {reward} other {# rewards}} and at accounts younger than {days, plural, one {a day} other {# days}}; holds from the {host, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} friend of one company, and when more than {back} of the rewards before were taken back.",
    hosts: "Places friends may not come from",
    hostsHint: "Coupon and cashback sites, for example; one host a line. Everything below a host counts too. Such a sale is held until a person decides.",
    margin: "What you keep of an order at full price",
    marginHint: "In percent, before discount and reward. A sale whose discount and reward come to more is looked at by a person. Leave it open to have nothing compared.",
    advice: "Take as advice",
    adviceHint: "A ticked check still shows what it finds, and stops nothing.",
    none: "Found nothing yet.",
    record:
      "{found, plural, one {Found one} other {Found #}}: {right, plural, one {one} other {#}} right, {wrong, plural, one {one} other {#}} wrong{appeals, plural, =0 {} one {, of which one by an appeal} other {, of which # by an appeal}}, {open, plural, one {one} other {#}} open.",
    precision: "Right in {share}.",
    annoys: "So far it only annoyed: we propose to take it as advice.",
    others: "Checks that always count",
    othersLead: "They look at plain facts, or at the amount.",
    save: "Save",
    saved: "Saved. It counts for sales from now on.",
  },
  issue: {
    host: "Write one host a line, such as coupons.example.com.",
    tooManyHosts: "At most 200 hosts.",
  },
  case: {
    title: "The people, and cases like this",
    champion: "The champion",
    joined: "Member since",
    record:
      "{friends, plural, one {One friend} other {# friends}} in all. Other rewards: {kept, plural, one {one} other {#}} kept, {takenBack, plural, one {one} other {#}} taken back, {refused, plural, one {one} other {#}} refused.",
    friend: "The friend",
    number: "The shop's number: {number}",
    host: "Mail address at {host}; the address itself is not kept.",
    since: "Known since",
    purchases: "{count, plural, one {One purchase} other {# purchases}} so far.",
    guest: "Bought as a guest; the shop gave no number.",
    similar: "Doubted for the same cause, the latest first",
    similarNone: "Nobody was, so far.",
    fate: { kept: "Approved and kept", taken_back: "Taken back later", refused: "Refused", not_genuine: "Found not genuine", waiting: "Not decided yet" },
  },
  refuse: {
    notGenuine: "This was no real recommendation",
    notGenuineHint: "Then nothing is earned with this friend later either, and the champion reads that a person found so. Leave it open when only a rule of the terms was broken.",
  },
} as const;
