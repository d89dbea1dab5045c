import type { Tx } from "~/platform/db.server";
import { NotFoundError } from "~/platform/errors";
import { encrypt, keyFor } from "~/platform/secrets.server";
import { findGift, updateGift } from "./gift-store.server";

interface GivenAddress {
  rewardId: string;
  championId: string;
  /** As it stands on a parcel, several lines. */
  address: string;
  now: Date;
}

/**
 * Keeps a champion's postal address for one gift, sealed, until it is of no use any more (L8).
 * @throws NotFoundError for another champion's gift, or one nobody asked about
 */
export async function keepAddress(tx: Tx, { rewardId, championId, address, now }: GivenAddress): Promise<void> {
  const gift = await findGift(tx, rewardId);
  if (gift?.championId !== championId) throw new NotFoundError("gift", { rewardId });
  await updateGift(tx, rewardId, { addressSealed: encrypt(address, keyFor("person-data")), addressAt: now });
}
