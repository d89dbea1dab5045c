import { Link } from "@remix-run/react";
import { PROMISE_KINDS, type PromiseKind, type PromiseSum } from "~/rewards/promise";
import type { PromiseMonth } from "~/rewards/promise-month";
import { Card } from "~/ui/components/Card";
import { Table } from "~/ui/components/Table";
import { useFormat, useT } from "~/ui/i18n";
import { useMonthName } from "./use-month-name";

interface PromiseSharesProps {
  months: (PromiseMonth & { sums: PromiseSum[] })[];
}

/** The share of promises kept, kind by kind and month by month; each opens to the promises behind it. */
export function PromiseShares({ months }: PromiseSharesProps) {
  const t = useT();
  const format = useFormat();
  const monthName = useMonthName();
  const share = ({ kept, promised }: Pick<PromiseSum, "kept" | "promised">) =>
    promised === 0 ? t("promises.none") : t("promises.share", { share: format.percent(kept / promised), kept, promised });
  const total = (sums: PromiseSum[]) => ({
    kept: sums.reduce((all, { kept }) => all + kept, 0),
    promised: sums.reduce((all, { promised }) => all + promised, 0),
  });
  const rows: (PromiseKind | null)[] = [...PROMISE_KINDS, null];
  return (
    <Card title={t("promises.kept")}>
      <Table
        caption={t("promises.kept")}
        hideCaption
        rows={rows}
        rowKey={(kind) => kind ?? "all"}
        columns={[
          { key: "kind", header: "", rowHeader: true, cell: (kind) => (kind ? t(`promises.kind.${kind}`) : t("promises.keptBy")) },
          ...months.map(({ name, sums }) => ({
            key: name,
            header: monthName(name),
            cell: (kind: PromiseKind | null) => {
              const sum = sums.find((each) => each.kind === kind);
              if (!sum || sum.promised === 0) return share(sum ?? total(sums));
              return (
                <Link to={`?${new URLSearchParams({ kind: sum.kind, month: name }).toString()}#rows`} className="target inline-flex items-center underline">
                  {share(sum)}
                </Link>
              );
            },
          })),
        ]}
      />
      <p className="measure text-sm text-muted">{t("promises.definition")}</p>
    </Card>
  );
}
