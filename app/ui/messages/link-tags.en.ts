export const linkTags = {
  title: "By your own word",
  visits: "Visits",
  claims: "Shop",
  orders: "Orders",
  other: "the rest",
  tag: "Word",
  hint: "Put ?sub= and a word of your own behind a link, for example {link}?sub=newsletter-12, and you see here how often it brought somebody. Letters, digits, hyphens and underscores, 40 at most.",
} as const;
