import type { ChampionStatus } from "~/champions/champion";
import { listAcceptedTerms, listChampions } from "~/champions/list-champions.server";
import { listRecommendations } from "~/attribution/list-recommendations.server";
import { getPerson } from "~/identity/get-person.server";
import { listSessions, type SessionView } from "~/identity/list-sessions.server";
import type { Person } from "~/identity/person";
import type { MailAbout } from "~/notices/list-mails-about.server";
import { listMailsTo } from "~/notices/list-mails-to.server";
import { within, type Tx } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import type { Goal } from "~/programs/goal";
import { getProgram } from "~/programs/get-program.server";
import { getTermsVersion } from "~/programs/get-terms-version.server";
import type { RewardStatus } from "~/rewards/reward";
import { listRewardsOfConversions } from "~/rewards/rewards-of-friend.server";
import { figuresOfLinks, listLinks, type LinkFigures, type LinkView } from "~/sharing/list-links.server";
import { readOpenClaim, type OpenClaim } from "./read-open-claim.server";
import { showGoals } from "./show-goals.server";

export interface MembershipOfPerson {
  championId: string;
  programSlug: string;
  status: ChampionStatus;
  displayName: string;
  joinedAt: Date | null;
  /** The terms they accepted last: a refusal may quote only these. */
  termsNumber: number | null;
  termsAcceptedAt: Date | null;
  /** The program's, which never changes (M13). */
  currency: string;
  /** What they owe back; `due` when it may be written off. */
  claim: (OpenClaim & { due: boolean }) | null;
  links: (LinkView & { figures: LinkFigures | undefined })[];
  /** What their next friends lead to (W5). */
  goals: Goal[];
}

export interface RecommendationOfPerson {
  conversionId: string;
  /** A sign-up; otherwise an order. */
  signUp: boolean;
  occurredAt: Date;
  rewards: { id: string; status: RewardStatus; dueMinor: bigint; currency: string }[];
}

export interface PersonView {
  person: Person;
  memberships: MembershipOfPerson[];
  recommendations: RecommendationOfPerson[];
  mails: MailAbout[];
  sessions: SessionView[];
}

/** Everything support needs to answer one person (S8). @throws NotFoundError */
export async function showPerson(
  personId: string,
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<PersonView> {
  return db.transaction("show-person", async (tx) => {
    const joined = { db: within(tx), clock };
    const person = await getPerson(personId, joined);
    const champions = await listChampions(tx, { personIds: [personId] });
    const memberships: MembershipOfPerson[] = [];
    for (const champion of champions) memberships.push(await membershipOf(tx, champion, clock.now()));
    return {
      person,
      memberships,
      recommendations: await recommendationsOf(tx, champions.map(({ id }) => id)),
      mails: await listMailsTo(personId, joined),
      sessions: await listSessions(personId, joined),
    };
  });
}

async function membershipOf(
  tx: Tx,
  champion: Awaited<ReturnType<typeof listChampions>>[number],
  now: Date,
): Promise<MembershipOfPerson> {
  const { id: championId, programId, status, displayName, joinedAt } = champion;
  const program = await getProgram(programId, { db: within(tx) });
  const { slug, version } = program;
  const claim = await readOpenClaim(tx, { championId, currency: version.rules.currency });
  const links = await listLinks(tx, championId, { withRetired: true });
  const figures = await figuresOfLinks(tx, links.map(({ id }) => id));
  const [accepted] = await listAcceptedTerms(tx, championId);
  const terms = accepted && (await getTermsVersion({ id: accepted.termsVersionId }, { db: within(tx) }));
  return {
    championId,
    programSlug: slug,
    status,
    displayName,
    joinedAt,
    termsNumber: terms?.number ?? null,
    termsAcceptedAt: accepted?.acceptedAt ?? null,
    currency: version.rules.currency,
    claim: claim && { ...claim, due: claim.writeOffFrom <= now },
    goals: (await showGoals({ championId, program }, { db: within(tx) })).goals,
    links: links.map((link) => ({ ...link, figures: figures.get(link.id) })),
  };
}

async function recommendationsOf(tx: Tx, championIds: string[]): Promise<RecommendationOfPerson[]> {
  const brought = await listRecommendations(tx, { championIds });
  const rewards = await listRewardsOfConversions(tx, brought.map(({ conversionId }) => conversionId));
  return brought.map(({ conversionId, signUp, occurredAt }) => ({
    conversionId,
    signUp,
    occurredAt,
    rewards: rewards
      .filter((reward) => reward.conversionId === conversionId)
      .map(({ id, status, dueMinor, currency }) => ({ id, status, dueMinor, currency })),
  }));
}
