import { rootDb, systemClock, type Deps } from "~/platform/deps.server";
import { deleteAddressesBefore } from "./gift-store.server";
import { deletePrizeAddresses } from "./prize-store.server";

const DAY_MS = 86_400_000;
/** By then a parcel has arrived, or it is asked after. */
const AFTER_SENT_DAYS = 30;
/** Who waited this long for a gift is asked anew: people move. */
const UNSENT_DAYS = 90;

/** Lets go of postal addresses that are of no use any more (L8). @returns how many */
export async function forgetAddresses({ db = rootDb, clock = systemClock }: Deps = {}): Promise<number> {
  const before = (days: number) => new Date(clock.now().getTime() - days * DAY_MS);
  return await db.transaction("forget-addresses", async (tx) => {
    const ofGifts = await deleteAddressesBefore(tx, { sent: before(AFTER_SENT_DAYS), given: before(UNSENT_DAYS) });
    return ofGifts + (await deletePrizeAddresses(tx, { sentBefore: before(AFTER_SENT_DAYS) }));
  });
}
