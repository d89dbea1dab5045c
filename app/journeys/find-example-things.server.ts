import { listConversionsAfter } from "~/attribution/list-conversions-after.server";
import { listReferralsAfter } from "~/attribution/list-referrals-after.server";
import { within } from "~/platform/db.server";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { newId } from "~/platform/ids";
import { listRewardsAfter } from "~/rewards/list-rewards-after.server";
import { signClickToken } from "~/sharing/click-token.server";
import { findMainLink } from "~/sharing/find-main-link.server";
import { listChampionsWithCodes } from "./list-champions-with-codes.server";

/** Things that are really there, for a newcomer who tries the API in the demo; what is not there yet is left out. */
export async function findExampleThings({ db = rootDb, clock = systemClock }: Deps = {}): Promise<Record<string, string>> {
  return db.transaction("find-example-things", async (tx) => {
    const joined = { db: within(tx) };
    const newest = { after: null, limit: 1 };
    const { rows: [conversion] } = await listConversionsAfter({ kind: "sale", outcome: "attributed" }, newest, joined);
    const { rows: [champion] } = await listChampionsWithCodes({ id: conversion?.championId ?? undefined, status: "active" }, newest, joined);
    const link = champion && (await findMainLink(tx, champion.id));
    const { rows: [referral] } = await listReferralsAfter({ championId: champion?.id }, newest, joined);
    const { rows: [reward, other] } = await listRewardsAfter({ status: "pending" }, { after: null, limit: 2 }, joined);
    const found = {
      programId: champion?.programId,
      championId: champion?.id,
      code: champion?.code,
      linkId: link?.id,
      clickToken: champion && link && signClickToken({ linkId: link.id, programId: champion.programId, clickId: newId("clk"), at: clock.now() }),
      referralId: referral?.id,
      conversionId: conversion?.id,
      invoiceId: conversion?.purchase?.key.replace(/^api:/, ""),
      rewardId: reward?.id,
      otherRewardId: other?.id,
    };
    return Object.fromEntries(Object.entries(found).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  });
}
