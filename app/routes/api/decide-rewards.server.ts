import { z } from "zod";
import { defineEndpoint } from "~/http/api-endpoint";
import { EXAMPLE } from "~/http/api-example";
import { idOf } from "~/http/api-shapes";
import { approveRewards } from "~/journeys/approve-rewards.server";
import type { DecisionResult } from "~/journeys/decide-each.server";
import { refuseRewards } from "~/journeys/refuse-rewards.server";

/** W19: at most this many, each with its own result. */
const items = z
  .array(z.strictObject({ id: idOf("rwd"), version: z.number().int().min(1).max(1_000_000).describe("As you last read it") }))
  .min(1)
  .max(100)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, "names a reward twice");

const answer = z.strictObject({
  results: z
    .array(
      z.strictObject({
        id: idOf("rwd"),
        outcome: z.enum(["approved", "first_of_two", "refused", "not_done"]),
        version: z.number().int().nullable().describe("The version it has now; null when nothing was done"),
        reason: z.string().nullable().describe("Why nothing was done: `reward_changed`, `reward_step_refused`, `not_found`, `forbidden`, …"),
      }),
    )
    .describe("One for each, in the order asked"),
});

const shown = (results: readonly DecisionResult[]) => ({
  results: results.map((result) =>
    result.outcome === "not_done"
      ? { id: result.rewardId, outcome: result.outcome, version: null, reason: result.code }
      : { id: result.rewardId, outcome: result.outcome as "approved", version: result.version, reason: null },
  ),
});

const rules = "Each is decided on its own, and only when it is still what you saw (`version`): what changed meanwhile is `not_done` with the reason and stops none of the others. A key never decides about a reward of the person who made the key, and cannot give both of two approvals.";

const toItems = (list: z.output<typeof items>) => list.map(({ id, version }) => ({ rewardId: id, version }));

export const approveRewardsEndpoint = defineEndpoint({
  method: "POST",
  path: "/rewards/approve",
  operationId: "approveRewards",
  group: "Rewards",
  scope: "decide",
  summary: "Approve up to 100 rewards",
  description: rules,
  body: z.strictObject({ items }),
  answer,
  answers: { 200: "One result for each" },
  examples: [
    {
      title: "Approve one",
      body: { items: [{ id: EXAMPLE.rewardId, version: 1 }] },
      answer: { results: [{ id: EXAMPLE.rewardId, outcome: "approved", version: 2, reason: null }] },
    },
  ],
  handle: async ({ body }, { by }) => ({ body: shown(await approveRewards({ items: toItems(body.items), by })) }),
});

export const refuseRewardsEndpoint = defineEndpoint({
  method: "POST",
  path: "/rewards/refuse",
  operationId: "refuseRewards",
  group: "Rewards",
  scope: "decide",
  summary: "Refuse up to 100 rewards",
  description: `Only by a numbered clause that the champion accepted, and with a sentence they will read. ${rules}`,
  body: z.strictObject({
    items,
    clauseNumber: z.number().int().min(1).max(99).describe("1 is the first clause of the terms the champion accepted"),
    note: z.string().trim().min(10).max(600).regex(/^[^\p{Cs}\0]*$/u, "broken Unicode is not allowed").describe("The kind sentence the champion reads, in their language"),
  }),
  answer,
  answers: { 200: "One result for each" },
  examples: [
    {
      title: "Refuse one",
      body: { items: [{ id: EXAMPLE.otherRewardId, version: 1 }], clauseNumber: 1, note: "This order was your own, so it does not count as a recommendation." },
      answer: { results: [{ id: EXAMPLE.otherRewardId, outcome: "refused", version: 2, reason: null }] },
    },
  ],
  handle: async ({ body: { items: list, clauseNumber, note } }, { by }) => ({
    body: shown(await refuseRewards({ items: toItems(list), clauseNumber, note, by })),
  }),
});
