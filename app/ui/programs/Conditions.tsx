import type { ProgramType } from "~/programs/program";
import type { ProgramConditions } from "~/programs/program-conditions";
import { offerMinimum } from "~/programs/offer-minimum";
import { benefitText } from "~/programs/program-copy";
import { useFormat, useT } from "../i18n";
import { RuleList } from "./RuleList";

interface ConditionsProps {
  conditions: ProgramConditions;
  type: ProgramType;
}

/** What the terms call "the conditions on the program page": each figure straight from the rules. */
export function Conditions({ conditions, type }: ConditionsProps) {
  const t = useT();
  const format = useFormat();
  const { currency, approval, holdDays, qualifyDays, minimumPurchaseMinor, capPer30DaysMinor, capPerFriendMinor, ownOffer } =
    conditions;
  const money = (amountMinor: bigint) => format.money({ amountMinor, currency });
  const least = conditions.friendOffer.kind === "none" ? 0n : offerMinimum(conditions);
  const wait = { hold_end: "waitHold", manual: "waitManual", immediate: "waitImmediate" } as const;
  const facts = [
    ["reward", <RuleList key="rules" {...conditions} />],
    ["wait", t(`conditions.${wait[approval]}`, { days: holdDays })],
    ["rail", t(`conditions.${conditions.rail}`)],
    ...(conditions.rail === "transfer" && conditions.minimumPayoutMinor > 0n
      ? [["payoutFrom", money(conditions.minimumPayoutMinor)] as const]
      : []),
    ...(conditions.rail === "points" ? [["pointsRate", t("conditions.pointsRateOf", { points: conditions.pointsPerUnit })] as const] : []),
    ...(conditions.rail === "stripe_balance" && conditions.keepMonths !== null
      ? [["keep", t("conditions.keepMonths", { months: conditions.keepMonths })] as const]
      : []),
    ["memory", t("conditions.memoryDays", { days: conditions.clickMemoryDays })],
    ["model", t(`conditions.${conditions.model}`)],
    [
      "qualify",
      qualifyDays === null
        ? t("conditions.qualifyNone")
        : t("conditions.qualifyDays", { days: qualifyDays }),
    ],
    [
      "minimum",
      minimumPurchaseMinor === 0n
        ? t("conditions.minimumNone")
        : t("conditions.minimumAmount", { amount: money(minimumPurchaseMinor) }),
    ],
    ...(least > 0n
      ? [["offerFrom", t("conditions.offerFromAmount", { least: money(least) })] as const]
      : []),
    ["cap", capPer30DaysMinor === null ? t("conditions.capNone") : money(capPer30DaysMinor)],
    ...(capPerFriendMinor === null ? [] : [["capPerFriend", money(capPerFriendMinor)] as const]),
    ...(ownOffer.kind === "none"
      ? []
      : [
          [
            "own",
            t("conditions.ownAmount", { offer: benefitText(ownOffer, currency, format), type }),
          ] as const,
        ]),
  ] as const;
  return (
    <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted max-sm:-mb-2 max-sm:text-sm">{t(`conditions.${name}`, { type })}</dt>
          <dd className="font-semibold">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
