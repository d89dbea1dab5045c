import { z } from "zod";
import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import type { Tx } from "~/platform/db.server";
import { env } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { listListening } from "./endpoint-store.server";
import { eventPayload } from "./event-payload";
import { insertEvent, readReferral, takeChange, type ChangeRow } from "./event-store.server";
import type { WebhookEventType } from "./event-types";
import { scheduleDeliveries } from "./schedule-deliveries.server";
import { referralSnapshot, rewardSnapshot } from "./snapshots";
import { referralObject, rewardObject, type ToldObject } from "./told-objects";
import { typesOfReferral, typesOfReward } from "./told-types";

interface Told {
  type: WebhookEventType;
  before: ToldObject | null;
  data: ToldObject;
}

/**
 * The job behind a noted change: makes its events, once per cause (P12), and puts them on their way to whoever listens.
 * May run twice. A change that means nothing to a host leaves nothing.
 */
export async function publishChange(
  { changeId }: { changeId: string },
  { db = rootDb, clock = systemClock }: Deps = {},
): Promise<void> {
  await db.transaction("publish-change", async (tx) => {
    const change = await takeChange(tx, BigInt(changeId));
    if (!change) return;
    const now = clock.now();
    const cause = z.object({ id: z.string(), version: z.number() }).parse(change.after);
    for (const { type, before, data } of await toldBy(tx, change)) {
      const id = newId("evt");
      const { changedAt: createdAt } = change;
      const livemode = env().VOUCH_MODE === "production";
      const payload = eventPayload({ id, type, createdAt, livemode, before, data });
      const isNew = await insertEvent(tx, { id, type, payload, createdAt, causeId: cause.id, causeVersion: cause.version, sample: false });
      if (!isNew) continue;
      for (const endpoint of await listListening(tx, type)) {
        await scheduleDeliveries(tx, { endpointId: endpoint.id, eventIds: [id], now });
      }
    }
  });
}

async function toldBy(tx: Tx, change: ChangeRow): Promise<Told[]> {
  if (change.subject === "referral") {
    const after = referralSnapshot.parse(change.after);
    const before = referralSnapshot.nullable().parse(change.before);
    const types = typesOfReferral({ before, after });
    return types.map((type) => ({ type, before: before && referralObject(before, []), data: referralObject(after, []) }));
  }
  const after = rewardSnapshot.parse(change.after);
  const before = rewardSnapshot.nullable().parse(change.before);
  const told: Told[] = [];
  for (const type of typesOfReward({ before, after })) {
    if (type.startsWith("referral.")) told.push({ type, before: null, data: await referralNow(tx, after.referral_id) });
    else told.push({ type, before: before && rewardObject(before), data: rewardObject(after) });
  }
  return told;
}

/** How the referral of a reward stands; its own row did not change. */
async function referralNow(tx: Tx, id: string): Promise<ToldObject> {
  const { referral, rewards } = await readReferral(tx, id);
  return referralObject(referralSnapshot.parse(referral), z.array(rewardSnapshot).parse(rewards));
}
