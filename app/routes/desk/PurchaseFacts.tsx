import type { PurchaseView } from "~/commerce/get-purchase-facts.server";
import { DateTime } from "~/ui/components/DateTime";
import { useFormat, useT } from "~/ui/i18n";

/** What was paid, for what, and what went back; nothing about who paid. */
export function PurchaseFacts({ purchase }: { purchase: PurchaseView }) {
  const t = useT();
  const format = useFormat();
  const { occurredAt, paidMinor, taxMinor, discountMinor, takenBackMinor, currency, lines, codes } = purchase;
  const money = (amountMinor: bigint) => format.money({ amountMinor, currency });
  return (
    <>
      <p>
        <DateTime at={occurredAt} /> · {t("desk.reward.paid", { paid: money(paidMinor) })}
        {taxMinor > 0n ? `, ${t("desk.reward.tax", { tax: money(taxMinor) })}` : null}
      </p>
      {discountMinor > 0n ? <p>{t("desk.reward.discount", { discount: money(discountMinor) })}</p> : null}
      {takenBackMinor > 0n ? (
        <p className="font-semibold text-lost">{t("desk.reward.takenBack", { amount: money(takenBackMinor) })}</p>
      ) : null}
      <ul>
        {lines.map(({ group, quantity, netMinor }, i) => (
          <li key={i}>{t("desk.reward.lines2", { quantity, group, net: money(netMinor) })}</li>
        ))}
      </ul>
      {codes.length > 0 ? <p>{t("desk.reward.codes", { codes: format.list(codes) })}</p> : null}
    </>
  );
}
