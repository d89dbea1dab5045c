import { getChampion } from "~/champions/get-champion.server";
import { getPerson } from "~/identity/get-person.server";
import { within, type Tx } from "~/platform/db.server";
import { NotFoundError } from "~/platform/errors";
import type { Locale } from "~/platform/locale";
import { formatMoney } from "~/platform/money";
import { getCompany } from "~/programs/get-company.server";
import { getProgram } from "~/programs/get-program.server";
import type { Program } from "~/programs/program";
import { figuresOf, fillText } from "~/programs/program-copy";

/** What every mail to a champion about a program says beside its news. */
export interface ChampionMail {
  personId: string;
  locale: Locale;
  program: Program;
  /** What goes off an order of their own, in words; null where the program gives none (W20). */
  ownOffer: string | null;
  /** The part every template asks for; the path is added by who writes the mail. */
  values: { programTitle: string; zone: string };
}

/** Whom to write to about one membership, and how their program is called in their language; null when forgotten. */
export async function championMail(tx: Tx, championId: string): Promise<ChampionMail | null> {
  const champion = await getChampion(tx, championId);
  return await mailTo(tx, champion.personId, await getProgram(champion.programId, { db: within(tx) }));
}

/** The same for a caller who knows the person behind the membership and the program. */
export async function mailTo(tx: Tx, personId: string, program: Program): Promise<ChampionMail | null> {
  const deps = { db: within(tx) };
  const findPerson = getPerson(personId, deps).catch((error: unknown) => {
    // Money and decisions go on for somebody whom no mail can reach any more.
    if (error instanceof NotFoundError) return null;
    throw error;
  });
  const [person, { name }] = await Promise.all([findPerson, getCompany(deps)]);
  if (!person) return null;
  const { locale } = person;
  const figures = figuresOf(program.version.rules, name, {
    money: (amount) => formatMoney(amount, locale),
    percent: (fraction, digits = 0) =>
      new Intl.NumberFormat(locale, { style: "percent", minimumFractionDigits: digits }).format(fraction),
  });
  const programTitle = fillText(program.version.copy[locale].title, figures);
  const ownOffer = figures.ownOffer || null;
  return { personId, locale, program, ownOffer, values: { programTitle, zone: program.calendar.zone } };
}
