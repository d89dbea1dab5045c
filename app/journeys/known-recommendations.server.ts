import { isRecommending } from "~/champions/champion";
import { getChampion } from "~/champions/get-champion.server";
import type { Database, Tx } from "~/platform/db.server";
import { within } from "~/platform/db.server";
import { FollowedCache } from "~/platform/followed-cache.server";
import type { Follower } from "~/platform/follow-database.server";
import { isAllowedTarget } from "~/programs/allowed-target";
import type { Company } from "~/programs/company";
import { getCompany } from "~/programs/get-company.server";
import { getProgram } from "~/programs/get-program.server";
import type { Program } from "~/programs/program";
import { findLinkByCode, type LinkOfCode } from "~/sharing/find-link-by-code.server";
import { foldCode } from "~/sharing/referral-code";

/** A code's owner, as the landing page shows them. */
interface Recommender {
  link: LinkOfCode;
  championName: string;
  /** The champion's own words, when they wrote some. */
  sentence: string | null;
  recommends: boolean;
}

export interface Recommendation extends Omit<Recommender, "recommends"> {
  program: Program;
  company: Company;
  /** Whether a claim counts now: the program runs, the champion takes part, and there is a shop to go to. */
  open: boolean;
}

const CHANNEL = "vouch_landing";
const CODES_AT_MOST = 20_000;
const PROGRAMS_AT_MOST = 200;

/**
 * What stands behind the codes that are being followed, in this process's memory, so that a friend's page waits for no
 * query. The database says what changed (`tell_of_landing`), whichever process changed it.
 */
export class KnownRecommendations {
  readonly #recommenders: FollowedCache<Recommender>;
  readonly #programs: FollowedCache<Program>;
  readonly #company: FollowedCache<Company>;

  constructor(db: Database) {
    const aboutAll = (news: string) => news === "";
    this.#recommenders = new FollowedCache({
      channel: CHANNEL,
      read: (code) => db.transaction("find-recommender", (tx) => findRecommender(tx, code)),
      concerns: (news, { link }) => news === link.championId || news === link.id,
      atMost: CODES_AT_MOST,
    });
    this.#programs = new FollowedCache({ channel: CHANNEL, read: (id) => getProgram(id, { db }), concerns: aboutAll, atMost: PROGRAMS_AT_MOST });
    this.#company = new FollowedCache({ channel: CHANNEL, read: () => getCompany({ db }), concerns: aboutAll, atMost: 1 });
  }

  /** What stands behind a code in any spelling; null when nobody has it. */
  async find(typed: string): Promise<Recommendation | null> {
    const code = foldCode(typed);
    const recommender = code === null ? null : await this.#recommenders.get(code);
    const program = recommender && (await this.#programs.get(recommender.link.programId));
    return recommender && program ? recommendationOf(recommender, program, await this.company()) : null;
  }

  async company(): Promise<Company> {
    const company = await this.#company.get("");
    if (!company) throw new Error("a company is always read, if only the product's own name");
    return company;
  }

  /** For whoever saved the company's settings and shows the next page before the news came round. */
  forgetCompany(): void {
    this.#company.forget("");
  }

  followers(): Follower[] {
    return [this.#recommenders.follower(), this.#programs.follower(), this.#company.follower()];
  }
}

const known = new WeakMap<Database, KnownRecommendations>();

/** What this process knows of a database; without `followers` that listen it asks each time. */
export function knownOf(db: Database): KnownRecommendations {
  let recommendations = known.get(db);
  if (!recommendations) known.set(db, (recommendations = new KnownRecommendations(db)));
  return recommendations;
}

/** The same as of this very moment, for an act that counts on it. */
export async function findRecommendation(tx: Tx, code: string): Promise<Recommendation | null> {
  const recommender = await findRecommender(tx, code);
  if (!recommender) return null;
  const program = await getProgram(recommender.link.programId, { db: within(tx) });
  return recommendationOf(recommender, program, await getCompany({ db: within(tx) }));
}

async function findRecommender(tx: Tx, code: string): Promise<Recommender | null> {
  const link = await findLinkByCode(tx, code);
  if (!link) return null;
  const { displayName, sentence, status } = await getChampion(tx, link.championId);
  return { link, championName: displayName, sentence, recommends: isRecommending(status) };
}

function recommendationOf({ recommends, ...recommender }: Recommender, program: Program, company: Company): Recommendation {
  const open = program.status === "live" && recommends && isAllowedTarget(company, company.shopUrl);
  return { ...recommender, program, company, open };
}
