import { Link } from "@remix-run/react";
import { thingOf } from "~/fulfilment/drift";
import type { ShownDrift } from "~/journeys/show-drifts.server";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Field } from "~/ui/components/Field";
import { PostForm } from "~/ui/components/PostForm";
import { TextArea } from "~/ui/components/TextArea";
import { useFormat, useT } from "~/ui/i18n";

/** One difference from Stripe: what, where, since when, what to do; and how it ended. */
export function DriftCard({ drift, reply }: { drift: ShownDrift; reply: unknown }) {
  const t = useT();
  const format = useFormat();
  const { id, kind, object, rewardId, ours, theirs, foundAt, seenAt, closedAt, closedByName, note } = drift;
  const said = (text: string | null) => {
    const [, amount, currency, state] = /^(-?\d+) ([A-Z]{3})(?:, (.+))?$/.exec(text ?? "") ?? [];
    if (amount === undefined || currency === undefined) return text ?? t("book.differences.nothing");
    return [format.money({ amountMinor: BigInt(amount), currency }), ...(state ? [state] : [])].join(", ");
  };
  return (
    <Card id={id} title={t(`book.differences.kinds.${kind}`)}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        <dt className="font-semibold">{t("book.differences.ours")}</dt>
        <dd className="wrap-anywhere">{said(ours)}</dd>
        <dt className="font-semibold">{t("book.differences.theirs")}</dt>
        <dd className="wrap-anywhere">{said(theirs)}</dd>
        <dt className="font-semibold">{t("book.id")}</dt>
        <dd className="flex min-w-0 flex-wrap gap-x-4">
          <code className="break-all">{object}</code>
          {rewardId ? (
            <Link className="link" to={`/desk/rewards/${rewardId}`}>
              {t("book.reward")}
            </Link>
          ) : null}
        </dd>
      </dl>
      <p className="text-sm text-muted">{t("book.differences.since", { found: format.dateTime(foundAt), seen: format.dateTime(seenAt) })}</p>
      {closedAt === null ? (
        <>
          <p className="measure">{t(`book.differences.todo.${thingOf(kind)}`)}</p>
          <PostForm reply={reply} action="/desk/book/differences">
            <input type="hidden" name="drift" value={id} />
            <Field name="note" label={t("book.differences.note")} hint={t("book.differences.noteHint")}>
              <TextArea maxLength={500} rows={3} />
            </Field>
            <div>
              <Button variant="secondary">{t("book.differences.settle")}</Button>
            </div>
          </PostForm>
        </>
      ) : note === null ? (
        <p>{t("book.differences.gone", { at: format.dateTime(closedAt) })}</p>
      ) : (
        <div className="measure">
          <p className="text-sm font-semibold text-muted">{t("book.differences.settled", { name: closedByName ?? t("book.by.person"), at: format.dateTime(closedAt) })}</p>
          <p className="break-words whitespace-pre-line">{note}</p>
        </div>
      )}
    </Card>
  );
}
