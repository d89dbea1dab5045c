import { Link } from "@remix-run/react";
import type { HandOver } from "~/fulfilment/find-hand-over.server";
import { useT } from "~/ui/i18n";

interface CauseProps {
  reward: { id: string; conversionId: string } | null;
  handOver: HandOver | null;
  /** The provider's number of the refund or dispute. */
  fact: string | null;
  by: string;
  subject: string;
}

/** What a booking is about and who or what caused it, each a step away. */
export function Cause({ reward, handOver, fact, by, subject }: CauseProps) {
  const t = useT();
  const who = by.startsWith("person:") ? "person" : by.startsWith("api:") ? "api" : by;
  const key = `book.by.${who}`;
  return (
    <>
      <dt className="font-semibold">{t("book.about")}</dt>
      <dd className="flex flex-wrap gap-x-4">
        {reward ? (
          <>
            <Link className="link" to={`/desk/rewards/${reward.id}`}>{t("book.reward")}</Link>
            <Link className="link" to={`/desk/conversions/${reward.conversionId}`}>{t("book.sale")}</Link>
          </>
        ) : (
          <code className="wrap-anywhere">{subject}</code>
        )}
      </dd>
      {fact ? (
        <>
          <dt className="font-semibold">{t("book.fact")}</dt>
          <dd><code className="wrap-anywhere">{fact}</code></dd>
        </>
      ) : null}
      {handOver ? (
        <>
          <dt className="font-semibold">{t("book.handOver")}</dt>
          <dd><code className="wrap-anywhere">{handOver.providerRef ?? handOver.id}</code></dd>
        </>
      ) : null}
      <dt className="font-semibold">{t("book.byWhom")}</dt>
      <dd>{t.has(key) ? t(key) : by}</dd>
    </>
  );
}
