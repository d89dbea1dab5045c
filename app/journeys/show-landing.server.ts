import { isRecommending } from "~/champions/champion";
import { getChampion } from "~/champions/get-champion.server";
import { within, type Tx } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { isAllowedTarget } from "~/programs/allowed-target";
import { cookieSeconds } from "~/programs/cookie-rule";
import type { Company } from "~/programs/company";
import { getCompany } from "~/programs/get-company.server";
import { getProgram } from "~/programs/get-program.server";
import type { Program } from "~/programs/program";
import { findLinkByCode, type LinkOfCode } from "~/sharing/find-link-by-code.server";
import { presentToken } from "~/sharing/present-token.server";
import { recordFunnelEvent } from "~/sharing/record-funnel-event.server";

export interface Recommendation {
  link: LinkOfCode;
  program: Program;
  company: Company;
  championName: string;
  /** The champion's own words, when they wrote some. */
  sentence: string | null;
  /** Whether a claim counts now: the program runs, the champion takes part, and there is a shop to go to. */
  open: boolean;
}

/** What stands behind a code: whose it is, for which program; null when nobody has it. */
export async function findRecommendation(tx: Tx, code: string): Promise<Recommendation | null> {
  const link = await findLinkByCode(tx, code);
  if (!link) return null;
  const champion = await getChampion(tx, link.championId);
  const program = await getProgram(link.programId, { db: within(tx) });
  const company = await getCompany({ db: within(tx) });
  const open = program.status === "live" && isRecommending(champion.status) && isAllowedTarget(company, company.shopUrl);
  return { link, program, company, championName: champion.displayName, sentence: champion.sentence, open };
}

interface LandingVisit {
  code: string;
  /** The click token of the address. */
  token: string | null;
  /** Whether this is a person's visit, as far as its headers tell (R18). */
  counts: boolean;
}

export interface ShownLanding extends Recommendation {
  token: string;
  /** How long the browser remembers this visit; null in all programs but those of affiliates that say so (L3). */
  cookieSeconds: number | null;
}

/** What the friend's landing page shows; counts it in the funnel once per click. Null when nobody has this code. */
export async function showLanding(
  { code, token: given, counts }: LandingVisit,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<ShownLanding | null> {
  return db.transaction("show-landing", async (tx) => {
    const found = await findRecommendation(tx, code);
    if (!found) return null;
    const { link, program } = found;
    const { rules } = program.version;
    const { token, clickId } = presentToken({ given, link, memoryDays: rules.clickMemoryDays, now: clock.now() });
    const visited = counts && found.open;
    if (visited) {
      const event = { kind: "landing_shown", championId: link.championId, linkId: link.id, clickId } as const;
      await recordFunnelEvent(event, { db: within(tx), clock });
    }
    return { ...found, token, cookieSeconds: visited ? cookieSeconds(rules, "visit") : null };
  });
}
