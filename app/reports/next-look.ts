import type { Overview } from "./overview";

/** The one thing in the figures that deserves attention, as a message key and its values. */
export type NextLook =
  | { key: "claims"; clicks: number; claims: number }
  | { key: "purchases"; claims: number; purchases: number }
  | { key: "one"; share: number; name: string }
  | { key: "fine" };

const ENOUGH = 30;

/**
 * Speaks only where the numbers are large enough to say something: a step of the funnel that loses nearly everybody,
 * or revenue that hangs on one person.
 */
export function nextLook({ funnel, byChampion }: Pick<Overview, "funnel" | "byChampion">): NextLook {
  const { clicks, claims, purchases, revenue } = funnel;
  if (clicks >= ENOUGH && claims / clicks < 0.2) return { key: "claims", clicks, claims };
  if (claims >= ENOUGH && purchases / claims < 0.15) return { key: "purchases", claims, purchases };
  const [first] = byChampion;
  if (first?.name && revenue.amountMinor > 0n && purchases >= 5) {
    const share = Number(first.revenueMinor) / Number(revenue.amountMinor);
    if (share > 0.4) return { key: "one", share, name: first.name };
  }
  return { key: "fine" };
}
