import { rootDb, type Deps } from "~/platform/deps.server";
import type { Tx } from "~/platform/db.server";
import { NotFoundError } from "~/platform/errors";
import { listLedgerLines, type LedgerLine } from "~/ledger/list-ledger-lines.server";
import { isLocale, type Locale } from "~/platform/locale";
import type { RewardRule } from "~/programs/reward-rule";
import type { Clause } from "~/programs/terms";
import { acceptedClauses } from "./accepted-clauses.server";
import { findInquiry, type InquiryRow } from "./inquiry-store.server";
import type { RewardRow } from "./reward-row";
import { ruleOfReward } from "./rule-of-reward.server";
import { findReward, listRewardEvents } from "./reward-store.server";

export interface RewardDetail {
  reward: RewardRow;
  /** What it was given for. */
  rule: RewardRule;
  champion: {
    id: string;
    displayName: string;
    personId: string;
    locale: Locale;
    joinedAt: Date | null;
    status: string;
  };
  program: { slug: string; zone: string };
  events: Awaited<ReturnType<typeof listRewardEvents>>;
  /** Newest first; an unanswered one has no `answeredAt`. */
  appeals: {
    id: string;
    text: string;
    createdAt: Date;
    answerBy: Date;
    answeredAt: Date | null;
    upheld: boolean | null;
    answer: string | null;
  }[];
  /** What the champion was asked about it (W14); null when nothing was. */
  inquiry: InquiryRow | null;
  /** The terms this champion had accepted when the reward was granted. */
  clauses: Clause[];
  lines: LedgerLine[];
  /** First names of the people who acted, by `person:psn_…`. */
  actors: Record<string, string>;
}

/** Everything the rewards room and the book know about one reward. @throws NotFoundError */
export async function getRewardDetail(rewardId: string, { db = rootDb }: Deps = {}): Promise<RewardDetail> {
  return await db.transaction("get-reward-detail", async (tx) => {
    const reward = await findReward(tx, rewardId);
    if (!reward) throw new NotFoundError("reward", { rewardId });
    const [{ slug, zone, ...champion }, rule, events, appeals, inquiry, clauses, lines] = await Promise.all([
      championOf(tx, reward),
      ruleOfReward(tx, reward),
      listRewardEvents(tx, rewardId),
      tx.appeal.findMany({ where: { rewardId }, orderBy: { createdAt: "desc" } }),
      findInquiry(tx, rewardId),
      acceptedClauses(tx, reward.championId, reward.createdAt),
      listLedgerLines(tx, rewardId),
    ]);
    const by = [
      ...events.map((event) => event.by),
      ...appeals.flatMap(({ answeredBy }) => answeredBy ?? []),
      reward.decidedBy ?? "",
      inquiry?.askedBy ?? "",
    ];
    return {
      reward,
      rule,
      champion: { ...champion, locale: isLocale(champion.locale) ? champion.locale : "en" },
      program: { slug, zone },
      events,
      appeals,
      inquiry,
      clauses,
      lines,
      actors: await namesOf(tx, by),
    };
  });
}

/** Whose it is, and in which program. */
async function championOf(tx: Tx, { championId, programId }: RewardRow) {
  type Row = Omit<RewardDetail["champion"], "locale"> & RewardDetail["program"] & { locale: string };
  const [row] = await tx.sql.rows<Row>`
    select c.id, c.display_name, c.person_id, c.joined_at, c.status::text as status, p.locale, g.slug, g.calendar->>'zone' as zone
      from champion c join person p on p.id = c.person_id, program g where c.id = ${championId} and g.id = ${programId}`;
  if (!row) throw new NotFoundError("champion", { championId });
  return row;
}

async function namesOf(tx: Tx, by: string[]): Promise<Record<string, string>> {
  const ids = [...new Set(by)].flatMap((one) =>
    one.startsWith("person:") ? [one.slice("person:".length)] : [],
  );
  const people = await tx.person.findMany({
    where: { id: { in: ids } },
    select: { id: true, firstName: true },
  });
  return Object.fromEntries(
    people.flatMap(({ id, firstName }) => (firstName ? [[`person:${id}`, firstName]] : [])),
  );
}
