import type { ShownReward } from "~/journeys/show-reward.server";
import { Button } from "~/ui/components/Button";
import { Checkbox } from "~/ui/components/Checkbox";
import { LinkButton } from "~/ui/components/LinkButton";
import { Notice } from "~/ui/components/Notice";
import { PostForm } from "~/ui/components/PostForm";
import { useFormat, useT } from "~/ui/i18n";
import { writeItem } from "./decision-items";
import { EffectList } from "./EffectList";

interface DecisionFormsProps {
  shown: ShownReward & { own: boolean };
  /** Where a decision leads back to. */
  place: string;
  decides: boolean;
  reply: unknown;
}

/** The effect before the click, and the two buttons; or why there are none. */
export function DecisionForms({ shown, place, decides, reply }: DecisionFormsProps) {
  const t = useT();
  const format = useFormat();
  const { effect, own, detail, otherSide } = shown;
  const { reward, champion } = detail;
  const item = writeItem({ rewardId: reward.id, version: reward.version });
  if (detail.appeals.some(({ answeredAt }) => answeredAt === null)) {
    return (
      <LinkButton to={`/desk/rewards/${reward.id}#appeal`} wide>
        {t("desk.reward.appealTitle")}
      </LinkButton>
    );
  }
  if (!effect)
    return reward.reason === "dispute_open" ? (
      <Notice tone="waiting">{t("desk.effect.disputed")}</Notice>
    ) : null;
  if (own) return <Notice>{t("desk.decide.own")}</Notice>;
  return (
    <div className="flex flex-col gap-3">
      <EffectList effect={effect} side={reward.side} champion={champion.displayName} />
      {decides ? (
        <PostForm reply={reply} action="/desk/queue" className="flex flex-wrap gap-2">
          <input type="hidden" name="intent" value="approve" />
          <input type="hidden" name="place" value={place} />
          <input type="hidden" name="item" value={item} />
          {otherSide ? (
            <div className="basis-full">
              <Checkbox
                name="item"
                value={writeItem(otherSide)}
                label={t(`desk.whose.also.${otherSide.side}`, { amount: format.money({ amountMinor: otherSide.dueMinor, currency: reward.currency }) })}
              />
            </div>
          ) : null}
          <Button id="approve" icon="check" aria-keyshortcuts="a">
            {t("desk.decide.approve")}
          </Button>
          <LinkButton
            id="refuse"
            variant="danger"
            to={`/desk/queue/refuse?${new URLSearchParams({ place, item }).toString()}`}
            aria-keyshortcuts="r"
          >
            {t("desk.decide.refuse")}
          </LinkButton>
        </PostForm>
      ) : (
        <Notice>{t("desk.decide.readOnly")}</Notice>
      )}
    </div>
  );
}
