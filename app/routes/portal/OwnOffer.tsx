import type { OwnOffer as Offer } from "~/fulfilment/find-own-offer.server";
import { benefitText } from "~/programs/program-copy";
import { Card } from "~/ui/components/Card";
import { CopyBox } from "~/ui/components/CopyBox";
import { useFormat, useT } from "~/ui/i18n";

interface OwnOfferProps {
  offer: Offer;
  zone: string;
  shopUrl: string | null;
}

/** What the champion gets on an order of their own (W20): a code to take along, or when it was used. */
export function OwnOffer({ offer: own, zone, shopUrl }: OwnOfferProps) {
  const t = useT();
  const format = useFormat();
  const { code, currency, basketMinor, paysMinor, usedAt } = own;
  const money = (amountMinor: bigint) => format.money({ amountMinor, currency });
  const offer = benefitText(own.offer, currency, format);
  return (
    <Card title={t("portal.home.own.title")}>
      {usedAt ? (
        <p className="measure">{t("portal.home.own.used", { offer, date: format.date(usedAt, zone) })}</p>
      ) : (
        <>
          <p className="measure">
            {t("portal.home.own.lead", { offer, basket: money(basketMinor), pays: money(paysMinor) })}
          </p>
          <CopyBox label={t("portal.home.own.code")} value={code} />
          <p className="measure text-sm text-muted">{t("portal.home.own.rules")}</p>
          {shopUrl ? (
            <p>
              <a href={shopUrl} className="link inline-flex min-h-11 items-center">
                {t("portal.home.own.toShop")}
              </a>
            </p>
          ) : null}
        </>
      )}
    </Card>
  );
}
