import { listChampions } from "~/champions/list-champions.server";
import { listGifts, type Gift } from "~/fulfilment/find-gift.server";
import { previewPayout } from "~/fulfilment/preview-payout.server";
import { rootDb, type Deps } from "~/platform/deps.server";
import { getReward } from "~/rewards/get-reward.server";
import { payableAccount } from "~/rewards/reward-holder";
import { sumUnsent } from "~/rewards/sum-unsent.server";

/** More than anybody packs in a day; the rest comes up as these are sent. */
const SHOWN = 100;

export interface DeskGift extends Gift {
  displayName: string;
  personId: string;
  /** What it may be worth: what is left after an older receivable (M12). */
  worthMinor: bigint;
  currency: string;
}

/** The gifts to be sent, or those that were sent lately. */
export async function showGifts({ sent }: { sent: boolean }, { db = rootDb }: Pick<Deps, "db"> = {}): Promise<DeskGift[]> {
  return await db.transaction("show-gifts", async (tx) => {
    const gifts = await listGifts(tx, { sent, take: SHOWN });
    const champions = new Map((await listChampions(tx, { ids: [...new Set(gifts.map(({ championId }) => championId))] })).map((one) => [one.id, one]));
    const shown: DeskGift[] = [];
    for (const gift of gifts) {
      const { championId, rewardId } = gift;
      const champion = champions.get(championId);
      const { currency, dueMinor, status } = await getReward(tx, rewardId);
      // What was stopped or taken back meanwhile is not to be sent.
      if (!champion || (!sent && status !== "payable")) continue;
      const holder = { side: "champion", championId } as const;
      const otherUnsentMinor = await sumUnsent(tx, { holder, currency, exceptId: rewardId });
      const payout = sent ? null : await previewPayout(tx, { account: payableAccount(holder), currency, dueMinor, onAccount: true, otherUnsentMinor });
      shown.push({ ...gift, displayName: champion.displayName, personId: champion.personId, worthMinor: payout?.amountMinor ?? dueMinor, currency });
    }
    return shown;
  });
}
