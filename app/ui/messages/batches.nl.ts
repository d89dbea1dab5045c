import type { batches as en } from "./batches.en";
import type { Translated } from "./shape";

/** The desk's batches: one decision about all rewards that fit a search. */
export const batches: Translated<typeof en> = {
  all: "{count, plural, one {De ene hier} other {Alle # hier}}",
  prepare: { approve: "Bekijk wat alles goedkeuren doet", refuse: "Alles afwijzen met een punt" },
  title: { approve: "Alles goedkeuren wat past", refuse: "Alles afwijzen wat past", undo: "Goedkeuringen terugnemen" },
  lead: "Er gebeurt niets voordat je op de knop drukt. Wat intussen verandert, blijft met rust.",
  list: "Reeksen",
  listLead: "Besluiten over veel beloningen tegelijk, de laatste eerst.",
  none: "Er is nog geen reeks begonnen",
  noneLead: "Onder een lijst van beloningen die wachten, beslis je over allemaal tegelijk.",
  started: "Begonnen",
  progress: "{done, number} van {total, number} klaar",
  running: "Het gaat vanzelf door, ook als je deze pagina verlaat.",
  refresh: "Kijk hoe ver het is",
  finished: "Klaar op {at}",
  effectRefuse: "{count, plural, one {één beloning} other {# beloningen}} afwijzen, samen {sum}, en dat terugboeken",
  effectRefusalMails: "elke champion één mail sturen; ze kunnen vragen om nog eens te kijken",
  leftOut: "Valt erbuiten",
  nothing: "Hier is niets waarover jij kunt beslissen.",
  approve: "{count, plural, one {Deze} other {Deze #}} goedkeuren",
  undo: "Neem terug wat is goedgekeurd",
  undone: "Deze goedkeuringen zijn teruggenomen: bekijk hoe",
  otherTerms: "Wie daarom erbuiten valt, komt hierna: wijs nog eens alles af.",
  lines: { before: "Waar het over gaat", after: "Wat er van elke beloning werd" },
  outcome: {
    open: "Wacht op zijn beurt", left_out: "Valt erbuiten", approved: "Goedgekeurd", first_of_two: "Eerste van twee goedkeuringen", refused: "Afgewezen", undone: "Teruggenomen",
    not_done: "Niet gedaan",
  },
  why: {
    forbidden: "van jezelf", appeal_open: "in bezwaar: het antwoord gaat op de eigen pagina", dispute_open: "de betaling wordt betwist", other_terms: "andere voorwaarden of een andere taal",
    second_admin_needed: "jij keurde als eerste goed", reward_changed: "intussen veranderd", reward_step_refused: "intussen besloten", hold_over: "de wachttijd is voorbij",
    clause_not_accepted: "heeft dat punt nooit aanvaard", not_found: "is er niet meer", other: "kan nu niet",
  },
  end: "{outcome}: {count, number}",
  endWhy: "{outcome} ({why}): {count, number}",
};
