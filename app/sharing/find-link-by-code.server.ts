import type { Tx } from "~/platform/db.server";
import { findLinkByCode as findRow, type LinkOfCode } from "./link-store.server";
import { foldCode } from "./referral-code";

export type { LinkOfCode };

/** The link behind a code in any spelling, old codes included; null when there is none or the text is no code. */
export async function findLinkByCode(tx: Tx, typed: string): Promise<LinkOfCode | null> {
  const code = foldCode(typed);
  return code === null ? null : findRow(tx, code);
}
