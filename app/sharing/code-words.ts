/** Words a code may not be, because they would speak for the company or look like an address of the portal. */
export const RESERVED_WORDS = [
  "ABUSE", "ADMIN", "ADMINISTRATOR", "API", "BILLING", "CLAIM", "CONTACT", "COUPON", "DEMO", "DESK", "DISCOUNT",
  "EXAMPLE", "FREE", "GRATIS", "HELP", "HULP", "INFO", "INVITE", "KLANTENSERVICE", "KORTING", "KORTINGSCODE", "LOGIN",
  "MARKETING", "NEWS", "NULL", "OFFICIAL", "OFFICIEEL", "OWNER", "PAYPAL", "PORTAL", "POSTMASTER", "PROMO", "REFUND",
  "RESEND", "ROOT", "SALE", "SECURITY", "SERVICE", "SHOP", "SIGN-IN", "STAFF", "STRIPE", "SUPPORT", "SYSTEM", "TEST",
  "UITVERKOOP", "UNDEFINED", "VOUCH", "WEBMASTER", "WEBSHOP", "WWW",
] as const;

/** Refused wherever they stand in a code: long enough that no ordinary name contains them. */
export const RUDE_PARTS = [
  "ARSCHLOCH", "ASSHOLE", "BASTARD", "BITCH", "BLOWJOB", "BOLLOCKS", "BULLSHIT", "FAGGOT", "FUCK", "GODVER",
  "HEILHITLER", "HITLER", "HOERE", "KANKER", "KLOOTZAK", "KUTWIJF", "LULLO", "MONGOOL", "MOTHERFUCK", "NAZI",
  "NEGER", "NEUKE", "NIGGA", "NIGGER", "PORNO", "PUSSY", "RETARD", "SLETTEN", "TERING", "TYFUS", "WANKER", "WHORE",
] as const;

/** Refused only when they are a whole part of a code between hyphens, since names and words contain them. */
export const RUDE_WORDS = [
  "ANAL", "ANUS", "ARSE", "ASS", "COCK", "CRAP", "CUM", "CUNT", "DAMN", "DILDO", "DYKE", "FAG", "FLIKKER", "GEIL",
  "HOER", "KAK", "KKK", "KONT", "KUT", "LUL", "MOF", "NEUK", "NIG", "PEDO", "PENIS", "PIEMEL", "PIK", "PIS",
  "PISS", "POEP", "POOP", "PORN", "RAPE", "REET", "SEX", "SHIT", "SLET", "SLUT", "TIET", "TIETEN", "TIT", "TITS",
  "TURD", "TWAT", "VAGINA", "WANK", "XXX",
] as const;
