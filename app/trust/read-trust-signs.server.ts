import type { Tx } from "~/platform/db.server";
import { mailHostKind } from "./mail-host.server";
import { middleDay } from "./middle-day";
import { findPolicy } from "./policy-store.server";
import { findSigns, type SaleIds, type SignRow } from "./signs-store.server";
import type { TrustSigns } from "./trust-facts";
import { DEFAULT_POLICY, type TrustPolicy } from "./trust-policy";

const DAY_MS = 86_400_000;

export interface LookedAtSale extends Omit<SaleIds, "ownHost"> {
  programId: string;
  paidAt: Date;
  /** The host of the friend's address, as the shop or the provider named it. */
  mailHost: string | null;
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
  return { signs: { ...signsOf(row, sale), mailHost }, policy: policy ?? DEFAULT_POLICY };
}

function signsOf(row: SignRow, { click, paidAt }: LookedAtSale): Omit<TrustSigns, "mailHost"> {
  const { sameCard, friends, withoutClick, accountChangedAt, referrerHost, subscriptionEndedAt } = row;
  const lately = row.boundAt.filter((at) => at <= paidAt && +paidAt - +at < DAY_MS);
  return {
    sameCard, accountChangedAt, referrerHost, subscriptionEndedAt,
    pace: {
      seconds: click && Math.max(0, Math.floor((+paidAt - +click.at) / 1_000)),
      friendsIn24Hours: lately.length + 1,
      medianPerDay: middleDay(row.boundAt, paidAt),
    },
    codes: { friends, withoutClick },
    circle: row.mutual ? "mutual" : row.chain ? "chain" : "none",
    verdict: row.verdictGenuine === null ? null : { genuine: row.verdictGenuine, rules: row.verdictRules ?? [] },
    // Open disputes stop a reward wherever it stands (M8).
    warning: null,
    network: null, othersPaidThere: null, adClick: null, costsMoreThanItBrings: null, sameDelivery: null,
  };
}
