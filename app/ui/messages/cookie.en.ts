/** The cookie that remembers a recommendation: how a program sets it, and what a friend reads about it. */
export const cookie = {
  rule: {
    title: "Cookie for friends",
    on_claim: "One, when the friend presses the button",
    on_claimHint: "The tap sets it for as long as a click counts, 30 days at most.",
    off: "None",
    offHint: "The link alone carries the recommendation.",
    consent: "Only with the friend's consent",
    consentHint: "The page shows a box that is not ticked: with it one cookie for as long as a click counts, up to 90 days, without it none, and the offer is theirs either way.",
    affiliate_only: "One, as soon as a reader opens the page",
    affiliate_onlyHint: "For affiliate programs, where your country's law asks no consent for it: 30 days at most.",
    affiliateOnly: "Only an affiliate program may set the cookie before anybody pressed the button.",
  },
  domain: {
    label: "Domain that shop and portal share",
    hint: "Empty: a friend's cookie is this portal's alone. With a domain above both, such as example.com, your shop's server reads it too, and so can every other host under it.",
    notOwn: "Please write a domain of your own, such as example.com.",
    portalElsewhere: "This portal is not under that domain, so no browser would keep the cookie. Write one that is above both, or leave it empty.",
    shopElsewhere: "The shop is not under that domain, so it could not read the cookie. Write one that is above both, or leave it empty.",
  },
  landing: {
    remember: "Remember on this device, for {days, plural, one {one day} other {# days}} and with one cookie, that somebody recommended this shop to me.",
    rememberHint: "You get the offer either way.",
    data: "With your tap we remember for {days, plural, one {one day} other {# days}} that you came through {name}, by a number in the address{rule, select, on_claim { and one cookie} consent { and, if you tick the box, one cookie} affiliate_only { and one cookie, which this page has set} other {}}; your name and what you do stay with you.",
    kept: "This browser remembers a recommendation.",
    forget: "Forget it here",
  },
} as const;
