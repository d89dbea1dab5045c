import { Link } from "@remix-run/react";
import type { ShownOrder } from "~/journeys/show-prize-orders.server";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Field } from "~/ui/components/Field";
import { Notice } from "~/ui/components/Notice";
import { PostForm } from "~/ui/components/PostForm";
import { TextInput } from "~/ui/components/TextInput";
import { useFormat, useLocale, useT } from "~/ui/i18n";

/** One prize somebody chose: for whom and where to, with forms to say that it is on its way or called off; or how it ended. */
export function PrizeCard({ order, own, reply }: { order: ShownOrder; own: boolean; reply: unknown }) {
  const t = useT();
  const format = useFormat();
  const locale = useLocale();
  const { id, displayName, personId, nameEn, nameNl, points, address, askedAt, sentAt, undoneAt, words } = order;
  const name = locale === "nl" ? nameNl : nameEn;
  return (
    <Card id={id} title={name} aside={<span className="font-semibold">{t("prizeDesk.points", { points })}</span>}>
      <p>
        <Link to={`/desk/people/${personId}`} className="link inline-flex min-h-11 items-center">
          {displayName}
        </Link>
      </p>
      <p className="text-sm text-muted">{t("prizeDesk.since", { date: format.date(askedAt) })}</p>
      {sentAt || undoneAt ? (
        <p className="measure break-words">
          {[sentAt ? t("prizeDesk.sentOn", { date: format.date(sentAt) }) : undoneAt ? t("prizeDesk.calledOffOn", { date: format.date(undoneAt) }) : null, words].filter(Boolean).join(" · ")}
        </p>
      ) : own ? (
        <Notice>{t("prizeDesk.own")}</Notice>
      ) : (
        <>
          {address ? (
            <address className="measure border-l-2 border-edge pl-4 break-words whitespace-pre-line not-italic">{address}</address>
          ) : (
            <p>{t("prizeDesk.fetches")}</p>
          )}
          <PostForm reply={reply} action="/desk/prizes">
            <input type="hidden" name="order" value={id} />
            <Field name="note" label={t("prizeDesk.note")} hint={t("prizeDesk.noteHint")} optional>
              <TextInput maxLength={200} />
            </Field>
            <div>
              <Button name="intent" value="sent">
                {t("prizeDesk.send", { name })}
              </Button>
            </div>
            <Field name="reason" label={t("prizeDesk.reason")} hint={t("prizeDesk.reasonHint")} optional>
              <TextInput maxLength={300} />
            </Field>
            <div>
              <Button variant="secondary" name="intent" value="call_off">
                {t("prizeDesk.callOff", { name })}
              </Button>
            </div>
          </PostForm>
        </>
      )}
    </Card>
  );
}
