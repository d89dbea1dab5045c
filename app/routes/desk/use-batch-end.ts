import type { BatchOutcome } from "~/rewards/batch";
import { useT } from "~/ui/i18n";

interface End {
  outcome: BatchOutcome | null;
  code: string | null;
}

/** What became of a reward in a batch in words, and why nothing was done where nothing was. */
export function useBatchEnd() {
  const t = useT();
  const outcome = ({ outcome: end }: End) => t(`batches.outcome.${end ?? "open"}`);
  const why = ({ code }: End) => {
    const key = `batches.why.${code}`;
    return code === null ? null : t(t.has(key) ? key : "batches.why.other");
  };
  const counted = (end: End & { count: number }) => {
    const because = why(end);
    const values = { outcome: outcome(end), count: end.count };
    return because === null ? t("batches.end", values) : t("batches.endWhy", { ...values, why: because });
  };
  return { outcome, why, counted };
}
