/** The drawers of the desk, each a place every reward can be found in. */
export const QUEUE_VIEWS = ["waiting", "hold", "approved", "fulfilled", "refused", "reversed"] as const;
export type QueueView = (typeof QUEUE_VIEWS)[number];

export function isQueueView(text: unknown): text is QueueView {
  return QUEUE_VIEWS.some((view) => view === text);
}

/** Where there is something to decide. */
export const isUndecidedView = (view: QueueView): boolean => view === "waiting" || view === "hold";

/** Why a reward lies where it lies, as far as staff look for it. */
export const QUEUE_REASONS = [
  "hold_period", "settlement_wait", "routine_check", "in_review", "question_open", "question_answered", "question_unanswered", "appeal_upheld", "dispute_open", "delivery_failed", "refund_full", "refund_partial",
  "dispute_lost", "cap_limited", "manual_decision",
] as const;
export type QueueReason = (typeof QUEUE_REASONS)[number];

/** What is looked for in the drawers; null or empty is everything. */
export interface QueueFilter {
  /** A slug. */
  program: string | null;
  reason: QueueReason | null;
  /** Part of a champion's name for friends. */
  search: string;
}

export const NO_FILTER: QueueFilter = { program: null, reason: null, search: "" };

/** Reads the filter of an address; what makes no sense is left out rather than refused. */
export function readQueueFilter(search: URLSearchParams): QueueFilter {
  const text = (name: string) => (search.get(name) ?? "").replaceAll("\0", "").trim();
  return {
    program: text("program").slice(0, 60) || null,
    reason: QUEUE_REASONS.find((reason) => reason === search.get("reason")) ?? null,
    search: text("q").slice(0, 80),
  };
}

/** The same in an address. */
export function writeQueueFilter({ program, reason, search }: QueueFilter): Record<string, string> {
  return { ...(program && { program }), ...(reason && { reason }), ...(search && { q: search }) };
}
