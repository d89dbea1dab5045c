import type { MailValues, TemplateName } from "~/notices/mail-values";
import { queueMail } from "~/notices/queue-mail.server";
import type { Clock } from "~/platform/clock.server";
import { within, type Tx } from "~/platform/db.server";
import type { RewardRow } from "~/rewards/reward-row";
import { championMail, type ChampionMail } from "./champion-mail.server";

/** What happened to a reward, and when. */
export interface Occasion {
  reward: RewardRow;
  clock: Clock;
}

type Template = Exclude<TemplateName, "bundle">;
type News = { [Name in Template]: { template: Name; values: MailValues[Name] } }[Template];
type Reader = ChampionMail & { path: `/${string}` };

/**
 * Queues one mail about a reward to its champion, once per key; nothing when nobody can be reached. A friend asked for no mail
 * from us, and what is theirs is no news for the champion (W6, S10).
 */
export async function tell(
  tx: Tx,
  { reward, clock }: Occasion,
  key: { subjectId: string; purpose: string },
  news: (to: Reader) => News,
) {
  if (reward.side === "friend") return;
  const to = await championMail(tx, reward.championId);
  if (!to) return;
  const path = `/portal/${to.program.slug}/rewards/${reward.id}` as const;
  await queueMail({ ...news({ ...to, path }), ...key, personId: to.personId }, { db: within(tx), clock });
}
