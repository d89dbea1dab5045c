import type { Tx } from "~/platform/db.server";
import { mailHostKind } from "./mail-host.server";
import { middleDay } from "./middle-day";
import { findPolicy } from "./policy-store.server";
import { costsMoreThanItBrings, type SaleAmounts } from "./sale-margin";
import { findSigns, type SaleIds, type SignRow } from "./signs-store.server";
import type { TrustSigns } from "./trust-facts";
import { DEFAULT_POLICY, type TrustPolicy } from "./trust-policy";

const DAY_MS = 86_400_000;

export interface LookedAtSale extends Omit<SaleIds, "ownHost"> {
  programId: string;
  paidAt: Date;
  /** The host of the friend's address, as the shop or the provider named it. */
  mailHost: string | null;
  /** The payment as the provider told it; null for a sign-up. */
  payment: (SaleAmounts & { riskLevel: string | null }) | null;
  /** What is at stake; minor units. */
  rewardMinor: bigint;
}

/**
 * What the rules compare of one sale, and how closely the program looks; two statements that travel together. What no
 * shop and no provider tells is null: the rule that asks for it says nothing.
 */
export async function readTrustSigns(tx: Tx, sale: LookedAtSale): Promise<{ signs: TrustSigns; policy: TrustPolicy }> {
  const kind = sale.mailHost === null ? null : mailHostKind(sale.mailHost);
  const [row, policy] = await Promise.all([
    findSigns(tx, { ...sale, ownHost: kind === "own" ? sale.mailHost : null }),
    findPolicy(tx, sale.programId),
  ]);
  const mailHost = kind && { kind, sameAsChampion: row.championOfHost, friendsBefore: row.friendsOfHost };
  const { payment, rewardMinor } = sale;
  const costsMore = payment && costsMoreThanItBrings(payment, rewardMinor, policy?.marginPercent ?? null);
  return { signs: { ...signsOf(row, sale), mailHost, costsMoreThanItBrings: costsMore }, policy: policy ?? DEFAULT_POLICY };
}

function signsOf(row: SignRow, { click, paidAt, payment }: LookedAtSale): Omit<TrustSigns, "mailHost" | "costsMoreThanItBrings"> {
  const { sameCard, friends, withoutClick, accountChangedAt, othersPaidThere, referrerHost, subscriptionEndedAt } = row;
  const lately = row.boundAt.filter((at) => at <= paidAt && +paidAt - +at < DAY_MS);
  return {
    sameCard, accountChangedAt, othersPaidThere, referrerHost, subscriptionEndedAt,
    pace: {
      seconds: click && Math.max(0, Math.floor((+paidAt - +click.at) / 1_000)),
      friendsIn24Hours: lately.length + 1,
      medianPerDay: middleDay(row.boundAt, paidAt),
    },
    codes: { friends, withoutClick },
    circle: row.mutual ? "mutual" : row.chain ? "chain" : "none",
    verdict: row.verdictGenuine === null ? null : { genuine: row.verdictGenuine, rules: row.verdictRules ?? [] },
    warning: warningOf(row.warned, payment?.riskLevel ?? null),
    network: row.sameNetwork === null ? null : { sameAsChampion: row.sameNetwork, sameBrowser: row.sameBrowser === true },
    adClick: null, sameDelivery: null,
  };
}

/** Open disputes are none of these: they stop a reward wherever it stands (M8). A sale nobody judged the risk of says nothing. */
function warningOf(warned: boolean, riskLevel: string | null): TrustSigns["warning"] {
  if (warned) return "early_fraud_warning";
  if (riskLevel === null) return null;
  return riskLevel === "highest" ? "radar_highest" : "none";
}
