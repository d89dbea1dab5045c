import { Link } from "@remix-run/react";
import type { PromiseKind } from "~/rewards/promise";
import type { PromiseMonth } from "~/rewards/promise-month";
import type { PromiseLine } from "~/rewards/read-promises.server";
import { Card } from "~/ui/components/Card";
import { DateTime } from "~/ui/components/DateTime";
import { StatusPill } from "~/ui/components/StatusPill";
import { Table } from "~/ui/components/Table";
import { useT } from "~/ui/i18n";
import { useMonthName } from "./use-month-name";

interface PromiseRowsProps {
  kind: PromiseKind;
  month: PromiseMonth;
  lines: PromiseLine[];
}

/** The promises behind one figure, the broken ones on top. */
export function PromiseRows({ kind, month, lines }: PromiseRowsProps) {
  const t = useT();
  const monthName = useMonthName();
  const title = t("promises.rows", { kind: t(`promises.kind.${kind}`), month: monthName(month.name) });
  return (
    <Card title={title} id="rows">
      <Table
        caption={title}
        hideCaption
        dense
        rows={lines}
        rowKey={({ objectId }) => objectId}
        columns={[
          {
            key: "who",
            header: t("desk.queue.col.champion"),
            rowHeader: true,
            cell: ({ path, championName }) => (
              <Link to={path} className="row-link">
                {championName}
              </Link>
            ),
          },
          { key: "by", header: t("desk.queue.col.promised"), cell: ({ promisedAt }) => <DateTime at={promisedAt} /> },
          { key: "at", header: t("promises.ended"), cell: ({ endedAt }) => (endedAt ? <DateTime at={endedAt} /> : t("promises.open")) },
          {
            key: "kept",
            header: t("desk.queue.col.status"),
            cell: ({ kept }) => <StatusPill tone={kept ? "done" : "refused"}>{t(kept ? "promises.state.kept" : "promises.state.broken")}</StatusPill>,
          },
        ]}
      />
    </Card>
  );
}
