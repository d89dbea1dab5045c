import { Prisma } from "../../prisma/generated/client";
import type { Tx } from "~/platform/db.server";
import { columnsOf } from "~/platform/sql.server";
import type { RewardRow } from "./reward-row";

const COLUMNS = columnsOf(Prisma.RewardScalarFieldEnum);

/** A friend who bought and stayed. */
export interface FriendRow {
  referralId: string;
  programVersionId: string;
  /** The payment they were thanked for first. */
  conversionId: string;
  boughtAt: Date;
  /** Somebody has to look whether one of their payments is genuine (R35). */
  doubted: boolean;
}

/**
 * Whom of a champion's friends, bound under these versions, something stays due for; what a cap alone cut to nothing was a
 * friend's payment too. In the order of their binds.
 */
export async function listFriendsWhoStayed(tx: Tx, of: { championId: string; versionIds: string[] }): Promise<FriendRow[]> {
  return await tx.sql.rows<FriendRow>`
    select f.id as referral_id, f.program_version_id, (array_agg(r.conversion_id order by r.id))[1] as conversion_id,
           (array_agg(c.occurred_at order by r.id))[1] as bought_at,
           bool_or(r.reason = 'in_review' and r.status in ('pending', 'held')) as doubted
      from reward r
      join referral f on f.id = r.referral_id and f.champion_id = r.champion_id and f.void_reason is null
      join conversion c on c.id = r.conversion_id and c.purchase_id is not null
     where r.champion_id = ${of.championId} and r.side = 'champion' and r.milestone = 0 and f.program_version_id = any(${of.versionIds})
       and (r.due_minor > 0 or r.reason in ('cap_limited', 'spend_limit_reached') and r.taken_back_minor < r.paid_minor)
     group by f.id order by f.bound_at, f.id`;
}

/** What a champion was given for milestones, in the order of the friends. */
export async function listMilestoneRewards(tx: Tx, championId: string): Promise<RewardRow[]> {
  return await tx.sql.rows<RewardRow>`
    select ${COLUMNS} from reward where champion_id = ${championId} and milestone > 0 order by milestone, id`;
}

/** Champions who brought somebody under these versions, in the order of their ids. */
export async function listChampionsUnder(tx: Tx, versionIds: string[], after: string, limit: number): Promise<{ id: string }[]> {
  return await tx.sql.rows<{ id: string }>`
    select distinct champion_id as id from referral
     where program_version_id = any(${versionIds}) and champion_id > ${after} order by id limit ${limit}`;
}
