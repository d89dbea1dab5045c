import { Link } from "@remix-run/react";
import type { DeskGift } from "~/journeys/show-gifts.server";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Field } from "~/ui/components/Field";
import { Notice } from "~/ui/components/Notice";
import { PostForm } from "~/ui/components/PostForm";
import { TextInput } from "~/ui/components/TextInput";
import { useFormat, useT } from "~/ui/i18n";

interface GiftCardProps {
  gift: DeskGift;
  /** For whoever looks at it. */
  own: boolean;
  reply: unknown;
}

/** One gift: for whom, worth how much and where to, with a form to say that it is on its way; or what was sent. */
export function GiftCard({ gift, own, reply }: GiftCardProps) {
  const t = useT();
  const format = useFormat();
  const { rewardId, displayName, address, addressAt, item, tracking, sentAt, receivedAt, worthMinor, currency } = gift;
  return (
    <Card
      id={rewardId}
      title={
        <Link to={`/desk/people/${gift.personId}`} className="link">
          {displayName}
        </Link>
      }
      aside={<span className="font-semibold">{t("gifts.worth", { amount: format.money({ amountMinor: worthMinor, currency }) })}</span>}
    >
      <p>
        <Link to={`/desk/rewards/${rewardId}`} className="link inline-flex min-h-11 items-center">
          {t("gifts.reward")}
        </Link>
      </p>
      {sentAt && item ? (
        <p className="measure break-words">
          {[
            t("gifts.sentOn", { item, date: format.date(sentAt) }),
            tracking,
            receivedAt ? t("gifts.received", { date: format.date(receivedAt) }) : null,
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      ) : own ? (
        <Notice>{t("gifts.own")}</Notice>
      ) : (
        <>
          <address className="measure border-l-2 border-edge pl-4 break-words whitespace-pre-line not-italic">{address}</address>
          {addressAt ? <p className="text-sm text-muted">{t("gifts.since", { date: format.date(addressAt) })}</p> : null}
          <PostForm reply={reply} action="/desk/gifts">
            <input type="hidden" name="reward" value={rewardId} />
            <Field name="item" label={t("gifts.item")} hint={t("gifts.itemHint")}>
              <TextInput maxLength={120} />
            </Field>
            <Field name="tracking" label={t("gifts.tracking")} optional>
              <TextInput maxLength={80} />
            </Field>
            <div>
              <Button>{t("gifts.send")}</Button>
            </div>
          </PostForm>
        </>
      )}
    </Card>
  );
}
