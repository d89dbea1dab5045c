import type { decideLink as en } from "./decide-link.en";
import type { Translated } from "./shape";

/** The page behind a link of the daily mail: what approving one reward would do. */
export const decideLink: Translated<typeof en> = {
  title: "Een beloning goedkeuren",
  lead: "{amount} wacht op een beslissing. Naar deze pagina kijken verandert niets.",
  signIn: "Log in om goed te keuren",
  open: "Open bij de desk, met wat eraan ten grondslag ligt",
  another: "Deze link ging naar een collega, en alleen die kan hem gebruiken. Bij de desk vind je dezelfde beloning.",
  decided: "Hier valt niets meer te beslissen: dat is al gebeurd, of de bank is aan zet. Bij de desk zie je wat er gebeurde.",
  expired: "Deze link was vier dagen geldig, en die zijn voorbij. Bij de desk vind je de beloning zoals die er nu voor staat.",
  changed: "Er is intussen iets veranderd, en er is niets gedaan. Kijk er nog eens naar.",
  done: {
    approved: "Goedgekeurd. Zolang de wachttijd loopt, kun je dat bij de desk terugnemen.",
    first: "Je goedkeuring is genoteerd. Iemand anders moet het er ook mee eens zijn.",
  },
};
