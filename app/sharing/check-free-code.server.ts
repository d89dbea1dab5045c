import { randomInt } from "node:crypto";
import { rootDb, type Deps } from "~/platform/deps.server";
import { findLinkByCode, listTaken } from "./link-store.server";
import { checkCode, suggestCodes, type CodeProblem } from "./referral-code";

export type FreeCodeCheck =
  | { ok: true; code: string }
  | { ok: false; problem: CodeProblem | "taken"; suggestions: string[] };

interface Question {
  typed: string;
  /** Whose name to make suggestions from. */
  firstName: string;
  reserved: readonly string[];
  /** A link whose own old codes are free to take up again. */
  forLinkId?: string;
}

/** Says whether a code can be had, as somebody types it, and what could be had instead. Changes nothing. */
export async function checkFreeCode(
  { typed, firstName, reserved, forLinkId }: Question,
  { db = rootDb }: Deps = {},
): Promise<FreeCodeCheck> {
  const check = checkCode(typed, reserved);
  return db.transaction("check-free-code", async (tx) => {
    const suggest = async (nearest: string | null) => {
      const from = nearest ?? firstName;
      const wishes = [...(nearest ? [nearest] : []), ...suggestCodes(from, () => randomInt(10), reserved)];
      const taken = new Set(await listTaken(tx, wishes));
      return [...new Set(wishes)].filter((wish) => !taken.has(wish)).slice(0, 3);
    };
    if (!check.ok) return { ok: false, problem: check.problem, suggestions: await suggest(check.suggestion) };
    const owner = await findLinkByCode(tx, check.code);
    if (!owner || owner.id === forLinkId) return check;
    return { ok: false, problem: "taken", suggestions: await suggest(check.code) };
  });
}
