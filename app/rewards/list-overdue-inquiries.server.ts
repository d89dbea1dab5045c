import type { Tx } from "~/platform/db.server";
import { findOverdue, type InquiryRow } from "./inquiry-store.server";

const MOST = 200;

/** The questions whose wait is over without an answer, the oldest first; 200 at most. */
export async function listOverdueInquiries(tx: Tx, now: Date): Promise<InquiryRow[]> {
  return await findOverdue(tx, now, MOST);
}
