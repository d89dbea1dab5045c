import { getChampion } from "~/champions/get-champion.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { NotFoundError } from "~/platform/errors";
import { getProgram } from "~/programs/get-program.server";
import { clauseNumberFor } from "~/programs/terms";
import { acceptedClauses } from "~/rewards/accepted-clauses.server";
import { explainSilence, type Finding } from "~/rewards/explain-silence";
import { listRecommendations } from "~/rewards/list-recommendations.server";
import { periodOf, type WhyNotQuestion } from "~/rewards/why-not-question";
import { countVisits } from "~/sharing/count-visits.server";
import { listLinks } from "~/sharing/list-links.server";

export interface WhyNotAnswer {
  findings: (Finding & { clause: number | null })[];
  /** The beginning of the day, or of the days, that were looked at. */
  since: Date;
}

/**
 * "Somebody bought and I see nothing": answered at once from this champion's own links, codes and membership. Every
 * answer asks the database the same questions, whatever is found and whoever the friend is (S10).
 * @throws NotFoundError for a link of somebody else
 */
export async function answerWhyNot(
  { championId, day, happened, linkId }: WhyNotQuestion & { championId: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<WhyNotAnswer> {
  return db.transaction("answer-why-not", async (tx) => {
    const joined = { db: within(tx), clock };
    const now = clock.now();
    const { programId, joinedAt, pausedAt } = await getChampion(tx, championId);
    const { calendar, version } = await getProgram(programId, joined);
    const own = await listLinks(tx, championId, { withRetired: true });
    const links = linkId ? own.filter(({ id }) => id === linkId) : own;
    if (linkId && links.length === 0) throw new NotFoundError("link", { linkId });
    const ids = links.map(({ id }) => id);
    const period = periodOf(day, calendar.zone, now);
    const memoryDays = version.rules.clickMemoryDays;
    const lines = await listRecommendations({ championId, zone: calendar.zone, memoryDays }, joined);
    const visits = await countVisits(tx, ids, period);
    const clauses = await acceptedClauses(tx, championId, now);
    const findings = explainSilence({
      period, happened, memoryDays, visits,
      lines: lines.filter((line) => ids.includes(line.linkId)),
      membership: { joinedAt, pausedAt },
    });
    return {
      since: period.from,
      findings: findings.map((finding) => ({
        ...finding,
        clause: finding.kind === "not_eligible" ? clauseNumberFor(clauses, finding.line.reason ?? "") : null,
      })),
    };
  });
}
