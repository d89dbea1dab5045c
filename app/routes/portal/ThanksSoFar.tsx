import { Link } from "@remix-run/react";
import type { Statement } from "~/rewards/list-champion-rewards.server";
import { Card } from "~/ui/components/Card";
import { Money } from "~/ui/components/Money";
import { useFormat, useT } from "~/ui/i18n";

const SHOWN = 3;

interface ThanksSoFarProps {
  slug: string;
  statement: Statement;
}

/** The last thanks and the sums, like the top of a bank statement. */
export function ThanksSoFar({ slug, statement: { lines, totals } }: ThanksSoFarProps) {
  const t = useT();
  const format = useFormat();
  const given = lines.filter(({ paidAt }) => paidAt !== null).slice(0, SHOWN);
  return (
    <Card title={t("portal.home.thanks")}>
      {lines.length === 0 ? <p className="measure text-muted">{t("portal.home.thanksNone")}</p> : null}
      {totals.map(({ currency, receivedMinor, waitingMinor }) => (
        <dl key={currency} className="flex flex-wrap gap-x-10 gap-y-3">
          <div>
            <dt className="text-sm text-muted">{t("portal.home.received")}</dt>
            <dd className="text-xl">
              <Money tone="thanks" amountMinor={receivedMinor} currency={currency} />
            </dd>
          </div>
          <div>
            <dt className="text-sm text-muted">{t("portal.home.waiting")}</dt>
            <dd className="text-xl text-muted">
              <Money tone="thanks" amountMinor={waitingMinor} currency={currency} />
            </dd>
          </div>
        </dl>
      ))}
      {given.length > 0 ? (
        <ul className="flex flex-col divide-y divide-hairline">
          {given.map(({ id, paidAt, amountMinor, currency }) => (
            <li key={id}>
              <Link
                to={`/portal/${slug}/rewards/${id}`}
                className="flex min-h-11 items-center justify-between gap-4 hover:underline"
              >
                <span>{paidAt ? format.date(paidAt) : null}</span>
                <Money amountMinor={amountMinor} currency={currency} />
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      {lines.length > 0 ? (
        <p>
          <Link to={`/portal/${slug}/rewards`} className="link inline-flex min-h-11 items-center">
            {t("portal.home.statement")}
          </Link>
        </p>
      ) : null}
    </Card>
  );
}
