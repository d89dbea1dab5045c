import { Link } from "@remix-run/react";
import { EmptyState } from "~/ui/components/EmptyState";
import { Table, type Column } from "~/ui/components/Table";
import { useFormat, useT } from "~/ui/i18n";
import type { EndpointView } from "~/webhooks/list-endpoints.server";
import { WebhookPill } from "./webhook-state";

/** Every endpoint with how it does; the address leads to its own page. */
export function WebhookList({ endpoints }: { endpoints: EndpointView[] }) {
  const t = useT();
  const format = useFormat();
  if (endpoints.length === 0) return <EmptyState title={t("webhooks.none")}>{t("webhooks.noneBody")}</EmptyState>;
  const number = (key: "delivered" | "waiting" | "failed"): Column<EndpointView> => ({
    key,
    header: t(`webhooks.columns.${key}`),
    numeric: true,
    wideOnly: true,
    cell: ({ counts }) => format.number(counts[key]),
  });
  const columns: Column<EndpointView>[] = [
    {
      key: "address",
      header: t("webhooks.columns.address"),
      rowHeader: true,
      cell: ({ id, url, description }) => (
        <span className="flex flex-col">
          <Link to={`/desk/settings/webhooks/${id}`} className="wrap-anywhere text-accent underline underline-offset-3">
            {url}
          </Link>
          {description ? <span className="text-sm font-normal text-muted">{description}</span> : null}
        </span>
      ),
    },
    { key: "state", header: t("webhooks.columns.state"), cell: (endpoint) => <WebhookPill {...endpoint} /> },
    number("delivered"),
    number("waiting"),
    number("failed"),
  ];
  return <Table caption={t("webhooks.list")} columns={columns} rows={endpoints} rowKey={({ id }) => id} />;
}
