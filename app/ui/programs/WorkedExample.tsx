import type { ProgramType } from "~/programs/program";
import type { ProgramExample, ProgramRules } from "~/programs/program-rules";
import { Money } from "../components/Money";
import { useFormat, useT } from "../i18n";

interface WorkedExampleProps {
  example: ProgramExample;
  type: ProgramType;
  rail: ProgramRules["rail"];
  /** Whether a percentage plays a part; then its base is told. */
  percentage: boolean;
}

/** One order counted out like a till receipt, every figure from the rule engine. */
export function WorkedExample({ example, type, rail, percentage }: WorkedExampleProps) {
  const t = useT();
  const format = useFormat();
  const { currency, basketMinor, friendSavesMinor, friendPaysMinor, rewardMinor, friendRewardMinor } = example;
  const money = (amountMinor: bigint) => format.money({ amountMinor, currency });
  const values = {
    basket: money(basketMinor),
    pays: money(friendPaysMinor),
    reward: money(rewardMinor),
    type,
    rail,
  };
  return (
    <div className="flex flex-col gap-3">
      <p className="measure">{t("site.program.example.sentence", values)}</p>
      <dl className="flex max-w-md flex-col">
        <Line
          label={t("site.program.example.basket", { type })}
          amountMinor={basketMinor}
          currency={currency}
        />
        {friendSavesMinor > 0n ? (
          <Line
            label={t("site.program.example.saves", { type })}
            amountMinor={friendSavesMinor}
            minus
            currency={currency}
          />
        ) : null}
        <Line
          label={t("site.program.example.pays", { type })}
          amountMinor={friendPaysMinor}
          currency={currency}
          sum
        />
        {friendRewardMinor > 0n ? (
          <Line label={t("site.program.example.friendReward", { type })} amountMinor={friendRewardMinor} currency={currency} />
        ) : null}
        <div className="mt-2 flex items-baseline justify-between gap-4 rounded-lg bg-calm-ground px-3 py-3 text-calm">
          <dt className="font-semibold">{t("site.program.example.reward", { rail })}</dt>
          <dd className="text-lg">
            <Money amountMinor={rewardMinor} currency={currency} tone="thanks" />
          </dd>
        </div>
      </dl>
      {percentage ? <p className="text-sm text-muted">{t("site.program.example.beforeTax")}</p> : null}
    </div>
  );
}

interface LineProps {
  label: string;
  amountMinor: bigint;
  currency: string;
  /** The line under the rule. */
  sum?: boolean;
  /** Taken off: the sign stands before the currency in every language. */
  minus?: boolean;
}

function Line({ label, amountMinor, currency, sum = false, minus = false }: LineProps) {
  const look = sum ? "border-t border-edge font-semibold" : "";
  return (
    <div className={`flex items-baseline justify-between gap-4 px-3 py-1.5 ${look}`}>
      <dt>{label}</dt>
      <dd className="whitespace-nowrap">
        {minus ? "− " : null}
        <Money amountMinor={amountMinor} currency={currency} />
      </dd>
    </div>
  );
}
