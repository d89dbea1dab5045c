import { redirect } from "@remix-run/node";
import { z } from "zod";
import type { DecisionResult } from "~/journeys/decide-each.server";
import { MAX_ITEMS, writeItem } from "./decision-items";
import { passOnPlace } from "./queue-place";

/** Fields every decision about rewards posts. */
export const decisionFields = {
  item: z.array(z.string().max(60)).min(1).max(MAX_ITEMS),
  place: z.string().max(400).optional(),
};

/** Back to the place in the drawers it came from, with what was done and what was not in the address. */
export function backToQueue(place: string | undefined, results: readonly DecisionResult[]) {
  const search = new URLSearchParams(passOnPlace(place));
  for (const result of results) {
    if (result.outcome === "not_done") search.append("not", `${result.rewardId}:${result.code}`);
    else search.append(result.outcome, writeItem(result));
  }
  return redirect(`/desk/queue?${search.toString()}`, 303);
}

interface Told {
  /** Items of each outcome. */
  approved: string[];
  first_of_two: string[];
  refused: string[];
  undone: string[];
  not: { rewardId: string; code: string }[];
}

/** What an address tells about the decisions just taken. */
export function readTold(search: URLSearchParams): Told {
  const of = (outcome: string) => search.getAll(outcome).slice(0, MAX_ITEMS);
  return {
    approved: of("approved"),
    first_of_two: of("first_of_two"),
    refused: of("refused"),
    undone: of("undone"),
    not: of("not").flatMap((text) => {
      const [, rewardId, code] = /^(rwd_[0-9a-z]{26}):([a-z_]{1,40})$/.exec(text) ?? [];
      return rewardId && code ? [{ rewardId, code }] : [];
    }),
  };
}
