export interface DisputeState {
  status: string;
  fundsWithdrawn: boolean;
}

/** `taken`: the money is gone (M8); `open`: nobody knows yet, so everything waits; `none`: it is ours again. */
export type DisputeEffect = "none" | "open" | "taken";

/** How final a status is. What we do not know stands with the open ones: hold and look (M8). */
const RANK: Record<string, number> = {
  warning_needs_response: 1, warning_under_review: 2, needs_response: 3, under_review: 4,
  warning_closed: 6, prevented: 6, lost: 7, appeal_needs_response: 8, appeal_under_review: 9, won: 10,
};
const UNKNOWN_RANK = 5;

const SETTLED_FOR_US = new Set(["won", "prevented", "warning_closed"]);

export function disputeEffect({ status, fundsWithdrawn }: DisputeState): DisputeEffect {
  if (SETTLED_FOR_US.has(status)) return "none";
  if (status === "lost" || fundsWithdrawn) return "taken";
  return "open";
}

/**
 * Two tellings of one dispute, in any order: the more final status stands. With equal status the money that was taken
 * counts while it is open or lost, and the money that came back counts once it is settled for us.
 */
export function mergeDispute(a: DisputeState, b: DisputeState): DisputeState {
  if (a.status !== b.status) {
    const byRank = rankOf(a.status) - rankOf(b.status);
    return byRank > 0 || (byRank === 0 && a.status > b.status) ? a : b;
  }
  const settled = SETTLED_FOR_US.has(a.status);
  return {
    status: a.status,
    fundsWithdrawn: settled ? a.fundsWithdrawn && b.fundsWithdrawn : a.fundsWithdrawn || b.fundsWithdrawn,
  };
}

function rankOf(status: string): number {
  return RANK[status] ?? UNKNOWN_RANK;
}
