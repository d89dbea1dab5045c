import type { Tx } from "~/platform/db.server";
import { decrypt, keyFor } from "~/platform/secrets.server";
import { giftState, type GiftState } from "./gift";
import { findGift, listGiftRows, type GiftRow } from "./gift-store.server";

export interface Gift {
  rewardId: string;
  championId: string;
  state: GiftState;
  /** Only as long as it is needed. */
  address: string | null;
  addressAt: Date | null;
  item: string | null;
  tracking: string | null;
  sentAt: Date | null;
  receivedAt: Date | null;
}

/** The gift of a reward with its address; null until it was asked for. */
export async function findGiftOf(tx: Tx, rewardId: string): Promise<Gift | null> {
  const row = await findGift(tx, rewardId);
  return row && opened(row);
}

/** Gifts to be sent, the oldest wish first, or the latest that were sent. */
export async function listGifts(tx: Tx, { sent, take }: { sent: boolean; take: number }): Promise<Gift[]> {
  return (await listGiftRows(tx, { sent, take })).map(opened);
}

function opened({ addressSealed, rewardId, championId, addressAt, item, tracking, sentAt, receivedAt }: GiftRow): Gift {
  return {
    rewardId,
    championId,
    state: giftState({ hasAddress: addressSealed !== null, sentAt, receivedAt }),
    address: addressSealed && decrypt(addressSealed, keyFor("person-data")).toString("utf8"),
    addressAt,
    item,
    tracking,
    sentAt,
    receivedAt,
  };
}
