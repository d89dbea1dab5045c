import type { Locale } from "~/platform/locale";

/** What others may know of a person: the id, how to greet and in which language, and where mail goes. */
export interface Person {
  id: string;
  /** Null once the person was forgotten. */
  email: string | null;
  firstName: string | null;
  locale: Locale;
  lastSignInAt: Date | null;
}

/** An address that was asked for and never proven is forgotten after a day. */
export const UNPROVEN_HOURS = 24;

/** Times in mails that belong to no program are told in this zone. */
export const HOME_ZONE = "Europe/Amsterdam";
