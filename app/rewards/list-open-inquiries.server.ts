import { rootDb, type Deps } from "~/platform/deps.server";
import { findOpenOf } from "./inquiry-store.server";

export interface OpenInquiry {
  rewardId: string;
  /** By when a person decides, with an answer or without. */
  decideBy: Date;
}

/** What a champion was asked and can still answer, the oldest first. */
export async function listOpenInquiries(championId: string, { db = rootDb }: Pick<Deps, "db"> = {}): Promise<OpenInquiry[]> {
  return await db.transaction("list-open-inquiries", (tx) => findOpenOf(tx, championId));
}
