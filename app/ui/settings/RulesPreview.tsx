import type { ProgramType } from "~/programs/program";
import type { ProgramConditions } from "~/programs/program-conditions";
import type { ParityFigures, ProgramExample } from "~/programs/program-rules";
import { firstRule } from "~/programs/reward-rule";
import { Notice } from "../components/Notice";
import { useFormat, useT } from "../i18n";
import { RuleList } from "../programs/RuleList";
import { WorkedExample } from "../programs/WorkedExample";
import type { RulesTried } from "./RulesReplay";

/** What the server computed from the rules as typed; null while they do not fit together. */
export interface RulesEffect {
  example: ProgramExample;
  parity: ParityFigures;
  conditions: ProgramConditions;
  /** What the last 90 days would have cost; null until somebody asks. */
  tried: RulesTried | null;
}

/** The worked example and the parity of both offers, for rules that nobody published yet. */
export function RulesPreview({ effect, type }: { effect: RulesEffect | null; type: ProgramType }) {
  const t = useT();
  if (!effect) return <p className="text-muted">{t("settings.program.exampleNone")}</p>;
  const { example, parity, conditions } = effect;
  const percentage = [firstRule(conditions.rewards)?.worth, conditions.friendOffer].some((benefit) => benefit?.kind === "percent");
  return (
    <div className="flex flex-col gap-5">
      <WorkedExample example={example} type={type} rail={conditions.rail} percentage={percentage} />
      <div className="flex flex-col gap-2">
        <p className="font-semibold">{t("rewardRules.title")}</p>
        <RuleList {...conditions} />
      </div>
      <Parity parity={parity} />
      {conditions.approval === "immediate" ? (
        <Notice tone="waiting">{t("settings.program.effectImmediate")}</Notice>
      ) : null}
    </div>
  );
}

function Parity({ parity }: { parity: ParityFigures }) {
  const t = useT();
  const format = useFormat();
  const money = (amountMinor: bigint) => format.money({ amountMinor, currency: parity.currency });
  return (
    <div className="flex flex-col gap-2">
      <p className="font-semibold">{t("settings.program.parity", { basket: money(parity.basketMinor) })}</p>
      <dl className="flex max-w-md flex-col gap-1">
        <div className="flex justify-between gap-4">
          <dt>{t("settings.program.parityOwn")}</dt>
          <dd className="money">{money(parity.ownMinor)}</dd>
        </div>
        <div className="flex justify-between gap-4">
          <dt>{t("settings.program.parityFriend")}</dt>
          <dd className="money">{money(parity.friendMinor)}</dd>
        </div>
      </dl>
      <Notice tone={parity.holds ? "done" : "problem"}>
        {t(parity.holds ? "settings.program.parityHolds" : "settings.program.parityFails")}
      </Notice>
    </div>
  );
}
