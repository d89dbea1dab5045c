import { isOfPayment, type RewardRule } from "~/programs/reward-rule";
import type { ReplayCost } from "~/reports/replay-cost";
import { Explain } from "../components/Explain";
import { Table } from "../components/Table";
import { useFormat, useT } from "../i18n";
import { useRuleWords } from "../programs/use-rule-words";

/** What the last 90 days would have cost, as the server counted it. */
export interface RulesTried {
  since: Date;
  payments: number;
  currency: string;
  tried: ReplayCost;
  inForce: ReplayCost & { number: number };
}

interface RulesReplayProps {
  tried: RulesTried;
  rewards: readonly RewardRule[];
}

/** The cost of the past under the rules as typed, beside those in force, by rule; with how it was counted. */
export function RulesReplay({ tried: { since, payments, currency, tried, inForce }, rewards }: RulesReplayProps) {
  const t = useT();
  const format = useFormat();
  const words = useRuleWords();
  const money = (amountMinor: bigint) => format.money({ amountMinor, currency });
  if (payments === 0) return <p className="measure text-muted">{t("replay.nothing", { since: format.date(since) })}</p>;
  const differenceMinor = tried.dueMinor - inForce.dueMinor;
  const compared = differenceMinor > 0n ? "more" : differenceMinor < 0n ? "less" : "same";
  return (
    <div className="flex flex-col gap-3">
      <p>
        <strong className="money font-serif text-xl">{money(tried.dueMinor)}</strong>{" "}
        {t(`replay.${compared}`, { amount: money(differenceMinor < 0n ? -differenceMinor : differenceMinor), number: inForce.number })}
      </p>
      <Table
        caption={t("replay.title")}
        hideCaption
        dense
        columns={[
          { key: "rule", header: t("replay.rule"), rowHeader: true, cell: (rule) => words(rule, currency) },
          { key: "rewards", header: t("replay.rewards"), numeric: true, cell: ({ key }) => format.number(tried.byRule[key]?.rewards ?? 0) },
          { key: "cost", header: t("replay.cost"), numeric: true, cell: ({ key }) => money(tried.byRule[key]?.dueMinor ?? 0n) },
        ]}
        rows={rewards.filter(isOfPayment)}
        rowKey={({ key }) => key}
        footer={
          <>
            <Sum label={t("replay.sum")} rewards={format.number(tried.rewards)} cost={money(tried.dueMinor)} />
            <Sum
              label={t("replay.inForce", { number: inForce.number })}
              rewards={format.number(inForce.rewards)}
              cost={money(inForce.dueMinor)}
            />
          </>
        }
      />
      {!rewards.every(isOfPayment) ? <p className="measure">{t("replay.beside")}</p> : null}
      {tried.cutMinor > 0n ? <p className="measure">{t("replay.cut", { amount: money(tried.cutMinor) })}</p> : null}
      {tried.refused > 0 ? <p className="measure">{t("replay.refused", { count: tried.refused })}</p> : null}
      <Explain label={t("replay.how")}>
        <p>{t("replay.howBody", { payments, since: format.date(since) })}</p>
        <p>{t("replay.howVersions")}</p>
      </Explain>
    </div>
  );
}

function Sum({ label, rewards, cost }: { label: string; rewards: string; cost: string }) {
  return (
    <tr>
      <th scope="row" className="px-2.5 py-1.5 text-left">
        {label}
      </th>
      <td className="money px-2.5 py-1.5 text-right">{rewards}</td>
      <td className="money px-2.5 py-1.5 text-right">{cost}</td>
    </tr>
  );
}
