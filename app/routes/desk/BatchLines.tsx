import { Link } from "@remix-run/react";
import type { BatchOutcome } from "~/rewards/batch";
import type { ShownBatch } from "~/rewards/get-batch.server";
import { Money } from "~/ui/components/Money";
import { StatusPill } from "~/ui/components/StatusPill";
import { Table } from "~/ui/components/Table";
import { useT } from "~/ui/i18n";
import { useBatchEnd } from "./use-batch-end";

const TONES = { left_out: "waiting", not_done: "refused", refused: "refused", approved: "done", first_of_two: "waiting", undone: "done" } as const satisfies Record<BatchOutcome, string>;

/** What became of each reward, with why where nothing was done; those on top. */
export function BatchLines({ batch, lines }: Pick<ShownBatch, "batch" | "lines">) {
  const t = useT();
  const end = useBatchEnd();
  return (
    <Table
      caption={t(batch.startedAt ? "batches.lines.after" : "batches.lines.before")}
      dense
      rows={lines}
      rowKey={({ rewardId }) => rewardId}
      columns={[
        {
          key: "name",
          header: t("desk.queue.col.champion"),
          rowHeader: true,
          cell: ({ rewardId, championName }) => (
            <Link to={`/desk/rewards/${rewardId}`} className="row-link">
              {championName}
            </Link>
          ),
        },
        { key: "amount", header: t("desk.queue.col.amount"), numeric: true, cell: (line) => <Money amountMinor={line.dueMinor} currency={line.currency} /> },
        {
          key: "end",
          header: t("desk.queue.col.status"),
          cell: (line) => (
            <span className="flex flex-wrap items-center gap-x-2">
              <StatusPill tone={line.outcome ? TONES[line.outcome] : "neutral"}>{end.outcome(line)}</StatusPill>
              <span className="text-muted">{end.why(line)}</span>
            </span>
          ),
        },
      ]}
    />
  );
}
