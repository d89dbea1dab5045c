import { NOBODY } from "~/journeys/hand-pick";
import type { HandEffect, RewardChange } from "~/journeys/preview-hand-attribution.server";
import type { HandChoice } from "~/journeys/show-hand-choice.server";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Field } from "~/ui/components/Field";
import { Notice } from "~/ui/components/Notice";
import { PostForm } from "~/ui/components/PostForm";
import { TextArea } from "~/ui/components/TextArea";
import { useFormat, useT } from "~/ui/i18n";
import { Effects } from "./EffectList";
import { useReasonWord } from "./use-reason-word";

interface HandFormProps {
  chosen: NonNullable<HandChoice["chosen"]>;
  /** What the person looked at. */
  basis: string;
  reply: unknown;
}

/** The effect before the click, and the reason; or why this choice cannot be (A19). */
export function HandForm({ chosen: { championId, name, effect, refusal }, basis, reply }: HandFormProps) {
  const t = useT();
  const reasonWord = useReasonWord();
  const title = name ? t("conversions.hand.to", { name }) : t("conversions.hand.toNobody");
  if (!effect) {
    const key = `conversions.hand.not.${refusal?.code}`;
    return (
      <Card title={title}>
        <Notice tone="problem">
          {t(t.has(key) ? key : "conversions.hand.not.attribution_refused")} {refusal?.reason ? reasonWord(refusal.reason) : null}
        </Notice>
      </Card>
    );
  }
  return (
    <Card title={title}>
      <HandEffects effect={effect} name={name} />
      <PostForm reply={reply}>
        <input type="hidden" name="champion" value={championId ?? NOBODY} />
        <input type="hidden" name="basis" value={basis} />
        <Field name="reason" label={t("conversions.hand.reason")} hint={t("conversions.hand.reasonHint")}>
          <TextArea rows={3} maxLength={300} />
        </Field>
        <div>
          <Button>{name ? t("conversions.hand.submit", { name }) : t("conversions.hand.submitNobody")}</Button>
        </div>
      </PostForm>
    </Card>
  );
}

function HandEffects({ effect: { sales, rewards }, name }: { effect: HandEffect; name: string | null }) {
  const t = useT();
  const format = useFormat();
  const reasonWord = useReasonWord();
  const lineOf = ({ name: whose, currency, beforeMinor, afterMinor, reason }: RewardChange) => {
    const money = (amountMinor: bigint) => format.money({ amountMinor, currency });
    const values = { name: whose, before: money(beforeMinor ?? 0n), after: money(afterMinor), reason: reason ? reasonWord(reason) : "" };
    if (afterMinor === 0n) return t(beforeMinor ? "conversions.hand.effect.taken" : "conversions.hand.effect.nothing", values);
    return t(beforeMinor ? "conversions.hand.effect.changed" : "conversions.hand.effect.granted", values);
  };
  return (
    <Effects
      lines={[
        name ? t("conversions.hand.effect.sales", { count: sales, name }) : t("conversions.hand.effect.salesNobody", { count: sales }),
        ...rewards.map(lineOf),
        t("conversions.hand.effect.trail"),
      ]}
    />
  );
}
