import type { ReactNode } from "react";
import type { ApprovalEffect } from "~/journeys/show-reward.server";
import type { Side } from "~/programs/reward-side";
import { useFormat, useT } from "~/ui/i18n";

/** An approval moves what is due from one account to another. */
const ENTRIES = 2;
const LEAVING: Record<string, "credit" | "month" | "code" | "cash" | "gift" | "donation" | "points" | "own"> = {
  stripe_balance: "credit",
  free_month: "month",
  promotion_code: "code",
  transfer: "cash",
  gift: "gift",
  donation: "donation",
  points: "points",
  own_payout: "own",
};

/** "This will: …", told before the click. */
export function EffectList({ effect, side, champion }: { effect: ApprovalEffect; side: Side; champion: string }) {
  const t = useT();
  const name = side === "friend" ? t("desk.whose.friend") : champion;
  const format = useFormat();
  const { approval, amountMinor, nettedMinor, currency, rail, leavesAt } = effect;
  if (approval === "first_of_two") return <Effects lines={[t("desk.effect.firstOfTwo")]} />;
  const money = (minor: bigint) => format.money({ amountMinor: minor, currency });
  const kind = LEAVING[rail] ?? "credit";
  const values = { amount: money(amountMinor), name, at: leavesAt ? format.dateTime(leavesAt) : "" };
  const leaving = () => {
    if (amountMinor === 0n) return t("desk.effect.nothingLeaves", { netted: money(nettedMinor), name });
    if (effect.waitsForAccount) return t("desk.effect.noAccount", values);
    return t(leavesAt ? `desk.effect.${kind}Later` : `desk.effect.${kind}Now`, values);
  };
  const lines = [
    approval === "second_of_two" ? t("desk.effect.secondOfTwo") : null,
    leaving(),
    amountMinor > 0n && nettedMinor > 0n
      ? t("desk.effect.netted", { netted: money(nettedMinor), name })
      : null,
    nettedMinor < 0n ? t("desk.effect.carried", { carried: money(-nettedMinor) }) : null,
    side === "friend" ? t("desk.whose.noMail") : t("desk.effect.mails", { count: 1, name }),
    t("desk.effect.entries", { count: ENTRIES }),
  ];
  return <Effects lines={lines.filter((line) => line !== null)} />;
}

/** A list of effects under "This will". */
export function Effects({ lines }: { lines: ReactNode[] }) {
  const t = useT();
  return (
    <div className="rounded-lg bg-gold-ground px-4 py-3">
      <p className="font-semibold text-gold">{t("desk.effect.title")}</p>
      <ul className="list-disc pl-5 marker:text-gold">
        {lines.map((line, i) => (
          // The lines of one effect never change places.
          <li key={i}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
