import type { Tx } from "~/platform/db.server";
import { insertVerdict, type Verdict } from "./verdict-store.server";

/**
 * Keeps what a person judged of a champion and a friend when they decided about a reward: the same kind of finding doubts
 * them no more, and who was found not genuine earns nothing later (R34). The latest counts.
 */
export function recordVerdict(tx: Tx, verdict: Verdict): void {
  insertVerdict(tx, verdict);
}
