import { listChampionsWithOwners, type ChampionOwner } from "~/champions/get-champion.server";
import { within, type Tx } from "~/platform/db.server";
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
  const deps = { db: within(tx) };
  const [[found], { name }] = await Promise.all([listChampionsWithOwners(tx, [championId]), getCompany(deps)]);
  return found ? mailTo(found.owner, await getProgram(found.champion.programId, deps), name) : null;
}

/** The same for a caller who knows the person behind the membership, the program and the company's name. */
export function mailTo(owner: ChampionOwner | undefined, program: Program, companyName: string): ChampionMail | null {
  // Money and decisions go on for somebody whom no mail can reach any more.
  if (!owner?.reachable) return null;
  const { id: personId, locale } = owner;
  const figures = figuresOf(program.version.rules, companyName, {
    money: (amount) => formatMoney(amount, locale),
    percent: (fraction, digits = 0) =>
      new Intl.NumberFormat(locale, { style: "percent", minimumFractionDigits: digits }).format(fraction),
  });
  const programTitle = fillText(program.version.copy[locale].title, figures);
  const ownOffer = figures.ownOffer || null;
  return { personId, locale, program, ownOffer, values: { programTitle, zone: program.calendar.zone } };
}
