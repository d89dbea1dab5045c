import type { TraceStep } from "./attribution-trace";

export interface TraceGroup {
  /** The touch these steps weighed; null for what was looked at before any touch. */
  touchId: string | null;
  steps: TraceStep[];
}

/** The steps of a trace by what they were about, each group and each step in the order in which it was looked at (S4). */
export function traceGroups(trace: readonly TraceStep[]): TraceGroup[] {
  const groups = new Map<string | null, TraceStep[]>();
  for (const step of trace) groups.set(step.touchId, [...(groups.get(step.touchId) ?? []), step]);
  return [...groups].map(([touchId, steps]) => ({ touchId, steps }));
}
