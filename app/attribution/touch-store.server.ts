import { Prisma } from "../../prisma/generated/client";
import type { Tx } from "~/platform/db.server";
import { columnsOf } from "~/platform/sql.server";
import type { TouchFact } from "./friend-history";

const COLUMNS = columnsOf(Prisma.TouchScalarFieldEnum);

export interface NewTouch extends Omit<TouchFact, "id"> {
  /** Customer id, or purchase id when no customer is known. */
  subjectId: string;
}

/** Keeps what was presented, each thing once per friend; what was there stays as it was (append-only). */
export async function insertTouches(tx: Tx, touches: readonly (NewTouch & { id: string })[], now: Date): Promise<void> {
  tx.sql.insert("touch", touches.map((touch) => ({ ...touch, recordedAt: now })), "on conflict do nothing");
}

export async function listTouches(tx: Tx, subjectIds: string[]) {
  return await tx.sql.rows<Prisma.TouchGetPayload<object>>`
    select ${COLUMNS} from touch where subject_id = any(${subjectIds}) order by recorded_at, id`;
}

export interface WeighedTouchView {
  id: string;
  kind: TouchFact["kind"];
  championId: string;
  linkId: string;
  /** The click id or the code. */
  source: string;
  /** The champion's own word for the place; the main link has none. */
  linkLabel: string | null;
  touchedAt: Date;
  presentedAt: Date;
  won: boolean;
  reason: string | null;
}

/** The touches weighed for a sale with what became of each, and the one that bound the friend before; oldest first. */
export async function listWeighedTouches(tx: Tx, of: { conversionId: string; boundBy: string | null }): Promise<WeighedTouchView[]> {
  return await tx.$queryRaw<WeighedTouchView[]>`
    select t.id, t.kind::text as kind, t.champion_id as "championId", t.link_id as "linkId", t.source, l.label as "linkLabel", t.touched_at as "touchedAt",
           t.presented_at as "presentedAt", coalesce(ct.won, true) as won, ct.reason
      from touch t
      join link l on l.id = t.link_id
      left join conversion_touch ct on ct.touch_id = t.id and ct.conversion_id = ${of.conversionId}
     where ct.touch_id is not null or t.id = ${of.boundBy}
     order by t.touched_at, t.id`;
}
