import type { ShownSetOff } from "~/journeys/show-set-off.server";
import type { ChampionReward } from "~/rewards/get-champion-reward.server";
import { useFormat, useT } from "~/ui/i18n";

interface SetOffPartProps {
  reward: Pick<ChampionReward, "status" | "rail" | "currency" | "paidAt" | "takenBack">;
  setOff: ShownSetOff;
}

/** What of a reward reached the champion, what settled an earlier one instead, and what is left of that (M12). */
export function SetOffPart({ reward, setOff }: SetOffPartProps) {
  const t = useT();
  const format = useFormat();
  const money = (amountMinor: bigint) => format.money({ amountMinor, currency: reward.currency });
  const { setOffMinor, receivedMinor, returnedMinor, openMinor } = setOff;
  const onBill = reward.status === "issued" && reward.rail === "stripe_balance" && receivedMinor !== 0n;
  const owes = setOffMinor > 0n || (reward.paidAt !== null && reward.takenBack);
  return (
    <>
      {setOffMinor > 0n ? (
        <p className="measure">
          {receivedMinor === 0n
            ? t("portal.reward.setOffAll", { amount: money(setOffMinor) })
            : t("portal.reward.setOffPart", { amount: money(setOffMinor), received: money(receivedMinor ?? 0n) })}
        </p>
      ) : null}
      {onBill ? <p>{t("portal.reward.onBill")}</p> : null}
      {returnedMinor > 0n ? <p className="measure">{t("portal.reward.returned", { amount: money(returnedMinor) })}</p> : null}
      {owes && openMinor > 0n ? (
        <p className="measure">{t("portal.reward.open", { amount: money(openMinor) })}</p>
      ) : null}
    </>
  );
}
