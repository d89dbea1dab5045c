import { DONATE_KIND, FULFIL_KIND, PAYABLE_KINDS, PENDING_KINDS, RETURN_KIND, SPEND_KIND, UNSPEND_KIND, WRITE_OFF_KIND } from "~/ledger/chart-of-accounts";
import type { Tx } from "~/platform/db.server";
import { lookInParts } from "~/platform/look-in-parts";
import { ledgerPlace } from "./reward";
import type { RewardRow } from "./reward-row";
import { targetAmount } from "./reward-target";

export interface RewardFinding {
  invariant: "I13" | "I14" | "I15";
  rewardId: string;
  detail: string;
}

interface Posted {
  subject: string;
  pending: bigint;
  payable: bigint;
}

/**
 * Compares every reward with its facts and with the book: what is due is what the refunds leave (I14), and the ledger
 * stands exactly where the reward's status says (I13, I15, I16). What is booked for no reward at all is found as well.
 * Nothing found is an empty list.
 */
export async function auditRewards(tx: Tx): Promise<RewardFinding[]> {
  const found = await lookInParts(
    (after, take) => tx.reward.findMany({ where: { id: { gt: after } }, orderBy: { id: "asc" }, take }),
    async (rewards) => {
      const ids = rewards.map(({ id }) => id);
      const posted = new Map((await postedFor(tx, ids)).map((row) => [row.subject, row]));
      return rewards.flatMap((reward) => [...wrongAmount(reward), ...wrongPosition(reward, posted.get(reward.id))]);
    },
  );
  return [...found, ...(await bookedForNothing(tx))];
}

/** What stands on the two liability accounts because of each reward, hand-overs and write-offs apart. */
async function postedFor(tx: Tx, rewardIds: string[]): Promise<Posted[]> {
  return await tx.$queryRaw<Posted[]>`
    select t.subject,
           coalesce(-sum(e.amount_minor) filter (where split_part(a.code, ':', 1) = any(${PENDING_KINDS})), 0)::bigint as pending,
           coalesce(-sum(e.amount_minor) filter (where split_part(a.code, ':', 1) = any(${PAYABLE_KINDS})), 0)::bigint as payable
      from ledger_transaction t
      join ledger_entry e on e.transaction_id = t.id
      join ledger_account a on a.id = e.account_id
     where t.subject = any(${rewardIds}) and t.kind not in (${FULFIL_KIND}, ${RETURN_KIND}, ${WRITE_OFF_KIND})
     group by t.subject`;
}

/** Transactions that no fact stands behind; what was passed on to causes or spent on prizes is compared with its own rows. A write-off may be about a champion rather than about one reward (M12). */
async function bookedForNothing(tx: Tx): Promise<RewardFinding[]> {
  const rows = await tx.$queryRaw<{ id: string; subject: string }[]>`
    select t.id, t.subject from ledger_transaction t
     where not exists (select 1 from reward r where r.id = t.subject) and t.kind not in (${DONATE_KIND}, ${SPEND_KIND}, ${UNSPEND_KIND})
       and not (t.kind = ${WRITE_OFF_KIND} and exists (select 1 from champion c where c.id = t.subject))
     order by t.id limit 100`;
  return rows.map(({ id, subject }) => ({ invariant: "I13", rewardId: subject, detail: `${id} is booked for a reward that is not there` }));
}

function wrongAmount(reward: RewardRow): RewardFinding[] {
  const expected = ledgerPlace(reward.status) === "nowhere" ? 0n : targetAmount(reward);
  return reward.dueMinor === expected
    ? []
    : [
        {
          invariant: "I14",
          rewardId: reward.id,
          detail: `due ${reward.dueMinor}, the facts say ${expected}`,
        },
      ];
}

function wrongPosition(reward: RewardRow, posted: Posted | undefined): RewardFinding[] {
  const place = ledgerPlace(reward.status);
  return (["pending", "payable"] as const).flatMap((side) => {
    const expected = place === side ? reward.dueMinor : 0n;
    const booked = posted?.[side] ?? 0n;
    if (booked === expected) return [];
    return [
      {
        invariant: "I13" as const,
        rewardId: reward.id,
        detail: `${side} ${booked} in the book, ${expected} by the facts`,
      },
    ];
  });
}
