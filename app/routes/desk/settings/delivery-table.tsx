import { Link } from "@remix-run/react";
import { DateTime } from "~/ui/components/DateTime";
import { EmptyState } from "~/ui/components/EmptyState";
import { StatusPill, type StatusTone } from "~/ui/components/StatusPill";
import { Table, type Column } from "~/ui/components/Table";
import { useFormat, useT } from "~/ui/i18n";
import { DELIVERY_STATUSES, type DeliveryStatus } from "~/webhooks/delivery-status";
import type { DeliveryView } from "~/webhooks/list-deliveries.server";

const TONES: Record<DeliveryStatus, StatusTone> = { waiting: "waiting", delivered: "done", failed: "refused" };

export function DeliveryPill({ status }: { status: DeliveryStatus }) {
  const t = useT();
  return <StatusPill tone={TONES[status]}>{t(`webhooks.log.${status}`)}</StatusPill>;
}

/** What came back from one attempt, in a line. */
export function useOutcome(): (attempt: { status: number | null; error: string | null }) => string {
  const t = useT();
  return ({ status, error }) => {
    const key = `webhooks.error.${error}`;
    if (error !== null) return t.has(key) ? t(key) : error;
    return t("webhooks.one.answered", { status: String(status) });
  };
}

interface DeliveryTableProps {
  endpointId: string;
  deliveries: DeliveryView[];
  status: DeliveryStatus | null;
}

/** The log of an endpoint; each event leads to what was sent and every answer. */
export function DeliveryTable({ endpointId, deliveries, status }: DeliveryTableProps) {
  const t = useT();
  const format = useFormat();
  const outcome = useOutcome();
  const page = `/desk/settings/webhooks/${endpointId}`;
  const columns: Column<DeliveryView>[] = [
    {
      key: "event",
      header: t("webhooks.log.columns.event"),
      rowHeader: true,
      cell: ({ id, type, createdAt, sample }) => (
        <span className="flex flex-col">
          <Link
            to={`${page}/deliveries/${id}`}
            className="text-accent underline underline-offset-3"
            aria-label={t("webhooks.log.open", { type, when: format.dateTime(createdAt) })}
          >
            {type}
          </Link>
          <span className="text-sm font-normal text-muted sm:hidden">{format.dateTime(createdAt)}</span>
          {sample ? <span className="text-sm font-normal text-muted">{t("webhooks.log.sample")}</span> : null}
        </span>
      ),
    },
    { key: "state", header: t("webhooks.log.columns.state"), cell: (delivery) => <DeliveryPill status={delivery.status} /> },
    {
      key: "answer",
      header: t("webhooks.log.columns.answer"),
      wideOnly: true,
      cell: ({ last }) =>
        last ? t("webhooks.log.took", { status: outcome(last).replace(/\.$/, ""), ms: last.tookMs }) : t("webhooks.log.noAnswer"),
    },
    { key: "attempts", header: t("webhooks.log.columns.attempts"), numeric: true, cell: ({ attempts }) => format.number(attempts) },
    { key: "when", header: t("webhooks.log.columns.when"), wideOnly: true, cell: ({ createdAt }) => <DateTime at={createdAt} /> },
  ];
  return (
    <section className="flex flex-col gap-3" aria-label={t("webhooks.log.title")}>
      <nav aria-label={t("webhooks.log.title")} className="flex flex-wrap gap-x-4 gap-y-1">
        {[null, ...DELIVERY_STATUSES].map((one) => (
          <Link
            key={one}
            to={one ? `?status=${one}` : "?"}
            aria-current={one === status ? "page" : undefined}
            preventScrollReset
            className={`inline-flex min-h-11 items-center underline-offset-3 ${one === status ? "font-semibold" : "text-accent underline"}`}
          >
            {t(one ? `webhooks.log.${one}` : "webhooks.log.all")}
          </Link>
        ))}
      </nav>
      {deliveries.length > 0 ? (
        <Table caption={t("webhooks.log.title")} dense columns={columns} rows={deliveries} rowKey={({ id }) => id} />
      ) : (
        <EmptyState title={t(status ? "webhooks.log.nothing" : "webhooks.log.none")}>
          {status ? null : t("webhooks.log.noneBody")}
        </EmptyState>
      )}
    </section>
  );
}
