import { Link } from "@remix-run/react";
import type { OpenPromise } from "~/rewards/list-open-promises.server";
import { Card } from "~/ui/components/Card";
import { EmptyState } from "~/ui/components/EmptyState";
import { Table } from "~/ui/components/Table";
import { useT } from "~/ui/i18n";
import { PromisedHour } from "./PromisedHour";

/** What waits for a person, the hour that comes first on top. */
export function PromisesNext({ promises, now }: { promises: OpenPromise[]; now: Date }) {
  const t = useT();
  if (promises.length === 0) return <EmptyState title={t("promises.nothing")} />;
  return (
    <Card title={t("promises.next")}>
      <Table
        caption={t("promises.next")}
        hideCaption
        dense
        rows={promises}
        rowKey={({ objectId }) => objectId}
        columns={[
          { key: "by", header: t("desk.queue.col.promised"), cell: ({ promisedAt }) => <PromisedHour at={promisedAt} now={now} /> },
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
          { key: "kind", header: t("desk.queue.col.why"), cell: ({ kind }) => t(`promises.kind.${kind}`) },
        ]}
      />
    </Card>
  );
}
