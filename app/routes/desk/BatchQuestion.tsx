import type { Locale } from "~/platform/locale";
import type { ShownBatch } from "~/rewards/get-batch.server";
import { Button } from "~/ui/components/Button";
import { Notice } from "~/ui/components/Notice";
import { PostForm } from "~/ui/components/PostForm";
import { useFormat, useT } from "~/ui/i18n";
import type { ClauseChoice } from "./clause-choices.server";
import { Effects } from "./EffectList";
import { RefuseForm } from "./RefuseForm";
import { useBatchEnd } from "./use-batch-end";

interface BatchQuestionProps extends Pick<ShownBatch, "batch" | "course" | "lines"> {
  locale: Locale;
  clauses: ClauseChoice[];
  decides: boolean;
  own: boolean;
  /** Above this two people agree, in minor units. */
  limitMinor: bigint;
  reply: unknown;
}

/** What the button will do, what is left out and why, and the button: for who looked, and nobody else. */
export function BatchQuestion({ batch, course, lines, locale, clauses, decides, own, limitMinor, reply }: BatchQuestionProps) {
  const t = useT();
  const format = useFormat();
  const end = useBatchEnd();
  const { total: count, sums, ends } = course;
  const currency = sums[0]?.currency ?? "EUR";
  const sum = format.list(sums.map(format.money));
  const tooMuch = sums.reduce((all, { amountMinor }) => all + amountMinor, 0n) > limitMinor;
  const effects = {
    approve: tooMuch
      ? [t("desk.effect.tooMuch", { limit: format.money({ amountMinor: limitMinor, currency }) }), t("desk.effect.many", { count, sum })]
      : [t("desk.effect.many", { count, sum }), t("desk.effect.manyLater"), t("desk.effect.mails", { count, name: lines.find(({ outcome }) => outcome === null)?.championName ?? "" })],
    refuse: [t("batches.effectRefuse", { count, sum }), t("batches.effectRefusalMails")],
    undo: [],
  }[batch.act];
  return (
    <>
      {ends.length > 0 ? (
        <Notice tone="waiting">
          <ul>
            {ends.map((each) => (
              <li key={each.code}>{end.counted(each)}</li>
            ))}
          </ul>
          {ends.some(({ code }) => code === "other_terms") ? <p>{t("batches.otherTerms")}</p> : null}
        </Notice>
      ) : null}
      {count === 0 ? <Notice>{t("batches.nothing")}</Notice> : <Effects lines={effects} />}
      {count > 0 && own && decides ? (
        batch.act === "refuse" ? (
          <RefuseForm place={batch.place} items={[]} locale={locale} count={count} clauses={clauses} reply={reply} />
        ) : (
          <PostForm reply={reply}>
            <Button name="intent" value="start" icon="check">
              {t("batches.approve", { count })}
            </Button>
          </PostForm>
        )
      ) : null}
    </>
  );
}
