import { z } from "zod";
import { defineEndpoint } from "~/http/api-endpoint";
import { EXAMPLE } from "~/http/api-example";
import { line } from "~/http/api-fields";
import { idOf, minorUnits } from "~/http/api-shapes";
import { markFulfilled } from "~/journeys/mark-fulfilled.server";

/** W19: at most this many, each with its own result. */
const items = z
  .array(
    z.strictObject({
      id: idOf("rwd"),
      amount: minorUnits.min(0).max(1_000_000_000_000).describe("What you paid: `amountToPay` of the reward. 0 where all of it settled what the champion had to give back"),
      reference: line(200).describe("Your own name for the payment; telling the same again changes nothing"),
    }),
  )
  .min(1)
  .max(100)
  .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, "names a reward twice");

export const fulfilRewardsEndpoint = defineEndpoint({
  method: "POST",
  path: "/rewards/fulfilled",
  operationId: "markRewardsFulfilled",
  group: "Rewards",
  scope: "decide",
  summary: "Tell that your own system paid up to 100 rewards",
  description: "For programs whose rewards your own system pays: hear `reward.approved` by webhook, read `amountToPay` when the wait is over, pay, and tell it here. The champion gets a mail and the book says so. Each stands on its own: what may not be paid is `not_done` with the reason and stops none of the others.",
  body: z.strictObject({ items }),
  answer: z.strictObject({
    results: z
      .array(
        z.strictObject({
          id: idOf("rwd"),
          outcome: z.enum(["fulfilled", "not_done"]),
          version: z.number().int().nullable().describe("The version it has now; null when nothing was done"),
          reason: z
            .string()
            .nullable()
            .describe("Why nothing was done: `reward_step_refused` (it may not be paid now), `amount_differs`, `idempotency_conflict` (it was paid otherwise), `not_your_payout`, `not_found`, `forbidden`"),
        }),
      )
      .describe("One for each, in the order asked"),
  }),
  answers: { 200: "One result for each" },
  examples: [
    {
      title: "One that waits for its decision still",
      body: { items: [{ id: EXAMPLE.rewardId, amount: 1_000, reference: "payroll-2026-12-17" }] },
      answer: { results: [{ id: EXAMPLE.rewardId, outcome: "not_done", version: null, reason: "reward_step_refused" }] },
    },
  ],
  handle: async ({ body }, { by }) => {
    const told = body.items.map(({ id, amount, reference }) => ({ rewardId: id, amountMinor: BigInt(amount), reference }));
    const results = await markFulfilled({ items: told, by });
    return {
      body: {
        results: results.map((result) =>
          result.outcome === "not_done"
            ? { id: result.rewardId, outcome: result.outcome, version: null, reason: result.code }
            : { id: result.rewardId, outcome: "fulfilled" as const, version: result.version, reason: null },
        ),
      },
    };
  },
});
