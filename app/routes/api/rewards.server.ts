import { z } from "zod";
import { defineEndpoint } from "~/http/api-endpoint";
import { EXAMPLE } from "~/http/api-example";
import { listOf, pageBody, pageQuery, wishOf } from "~/http/api-page";
import { currencyCode, idOf, minorUnits, reason, reasons, time } from "~/http/api-shapes";
import { findHandOver } from "~/fulfilment/find-hand-over.server";
import { readOwnPayout } from "~/journeys/read-own-payout.server";
import { getRewardHistory } from "~/rewards/get-reward-history.server";
import { listRewardsAfter } from "~/rewards/list-rewards-after.server";
import { RAILS } from "~/programs/program-rules";
import { SIDES } from "~/programs/reward-side";
import { REWARD_STATUSES, STEP_KINDS } from "~/rewards/reward";
import type { RewardRow } from "~/rewards/reward-row";

const shape = {
  id: idOf("rwd"),
  version: z.number().int().describe("Raised by every change; hand it back with a decision"),
  status: z.enum(REWARD_STATUSES),
  reasons,
  side: z.enum(SIDES).describe("Whose it is: who recommended, or the friend, who is the customer of `referralId`"),
  programId: idOf("prg"),
  championId: idOf("chp"),
  referralId: idOf("ref"),
  conversionId: idOf("cnv"),
  rail: z.enum(RAILS).describe("How it is given: at Stripe, or by your own system"),
  currency: currencyCode,
  amount: minorUnits.describe("What is due now"),
  amountGranted: minorUnits.describe("What was granted, before any refund"),
  holdEndsAt: time,
  decideBy: time.describe("By when a decision is promised"),
  needsPerson: z.boolean().describe("Whether a person must look before it is approved"),
  decidedAt: time.nullable(),
  paidAt: time.nullable(),
  createdAt: time,
};

const step = z.strictObject({
  kind: z.enum(STEP_KINDS),
  from: z.enum(REWARD_STATUSES).nullable(),
  to: z.enum(REWARD_STATUSES),
  reason: reason.nullable(),
  amount: minorUnits.nullable(),
  by: z.string().describe("`system`, `stripe`, `person:psn_…` or `api:apk_…`"),
  occurredAt: time,
});

function shown(row: RewardRow) {
  const { id, version, status, reason: why, side, programId, championId, referralId, conversionId, needsPerson, rail } = row;
  return {
    id, version, status, reasons: why ? [why] : [], side, programId, championId, referralId, conversionId,
    rail: rail as (typeof RAILS)[number],
    currency: row.currency.toLowerCase(),
    amount: Number(row.dueMinor),
    amountGranted: Number(row.grantedMinor),
    holdEndsAt: row.holdEndsAt.toISOString(),
    decideBy: row.decideBy.toISOString(),
    needsPerson,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    paidAt: row.paidAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

const example = {
  id: EXAMPLE.rewardId, version: 1, status: "pending", reasons: ["routine_check"], side: "champion", programId: EXAMPLE.programId,
  championId: EXAMPLE.championId, referralId: EXAMPLE.referralId, conversionId: EXAMPLE.conversionId, rail: "stripe_balance", currency: "eur", amount: 1_000,
  amountGranted: 1_000, holdEndsAt: "2026-12-09T14:30:00.000Z", decideBy: "2026-12-10T16:30:00.000Z", needsPerson: true, decidedAt: null,
  paidAt: null, createdAt: "2026-11-09T14:30:00.000Z",
};

export const listRewardsEndpoint = defineEndpoint({
  method: "GET",
  path: "/rewards",
  operationId: "listRewards",
  group: "Rewards",
  scope: "read",
  summary: "List rewards",
  description: "What champions and their friends are thanked with, in every state, the newest first. `championId` is who recommended, on both sides.",
  query: z.strictObject({
    ...pageQuery,
    status: z.enum(REWARD_STATUSES).optional(),
    programId: idOf("prg").optional(),
    championId: idOf("chp").optional(),
    side: z.enum(SIDES).optional(),
    referralId: idOf("ref").optional(),
    conversionId: idOf("cnv").optional(),
  }),
  answer: listOf(z.strictObject(shape).meta({ id: "Reward" })),
  answers: { 200: "A page" },
  examples: [{ title: "What waits for a decision", query: { status: "pending" }, answer: { data: [example], nextCursor: null } }],
  handle: async ({ query: { limit, cursor, ...filter } }) => ({ body: pageBody(await listRewardsAfter(filter, wishOf({ limit, cursor })), shown) }),
});

export const getRewardEndpoint = defineEndpoint({
  method: "GET",
  path: "/rewards/{id}",
  operationId: "getReward",
  group: "Rewards",
  scope: "read",
  summary: "Get one reward with its history",
  description: "Every step it took, oldest first, with who took it.",
  params: z.strictObject({ id: idOf("rwd") }),
  answer: z.strictObject({
    ...shape,
    amountToPay: minorUnits.nullable().describe("Of a reward that your own system pays: what to pay now, after what its owner has to give back; null while nothing may be paid"),
    code: z.string().nullable().describe("Of a friend's reward given as a personal code: what to hand to them; null until it is there, and of champions, who read theirs in the portal"),
    history: z.array(step),
  }),
  answers: { 200: "The reward" },
  examples: [
    {
      title: "A reward",
      params: { id: EXAMPLE.rewardId },
      answer: {
        ...example,
        amountToPay: null,
        code: null,
        history: [{ kind: "grant_reward", from: null, to: "pending", reason: "routine_check", amount: 1_000, by: "system", occurredAt: "2026-11-09T14:30:00.000Z" }],
      },
    },
  ],
  handle: async ({ params: { id } }) => {
    const { reward, events } = await getRewardHistory(id);
    const history = events.map(({ kind, fromStatus, toStatus, reason: why, amountMinor, by, occurredAt }) => ({
      kind: kind as (typeof STEP_KINDS)[number], from: fromStatus, to: toStatus, reason: why,
      amount: amountMinor === null ? null : Number(amountMinor), by, occurredAt: occurredAt.toISOString(),
    }));
    const toPay = await readOwnPayout(id);
    const handOver = reward.side === "friend" ? await findHandOver(id) : null;
    return { body: { ...shown(reward), amountToPay: toPay === null ? null : Number(toPay), code: handOver?.code ?? null, history } };
  },
});
