import type { LedgerLine } from "~/ledger/list-ledger-lines.server";
import { DateTime } from "~/ui/components/DateTime";
import { Money } from "~/ui/components/Money";
import { Table } from "~/ui/components/Table";
import { useT } from "~/ui/i18n";

interface Entry {
  key: string;
  line: LedgerLine;
  account: string;
  amountMinor: bigint;
  currency: string;
}

/** The book about one reward: each booking with its debits and credits. */
export function BookLines({ lines }: { lines: LedgerLine[] }) {
  const t = useT();
  const entries = lines.flatMap((line) =>
    line.entries.map((entry, i): Entry => ({ key: `${line.id} ${i}`, line, ...entry })),
  );
  if (entries.length === 0) return <p className="text-muted">{t("desk.reward.linesNone")}</p>;
  const word = (text: string, list: "account" | "booking") => {
    const key = `desk.${list}.${text}`;
    return t.has(key) ? t(key) : text;
  };
  const side = (debit: boolean) => (entry: Entry) =>
    entry.amountMinor > 0n === debit ? (
      <Money amountMinor={debit ? entry.amountMinor : -entry.amountMinor} currency={entry.currency} />
    ) : null;
  return (
    <Table
      caption={t("desk.reward.lines")}
      hideCaption
      dense
      rows={entries}
      rowKey={({ key }) => key}
      columns={[
        {
          key: "at",
          header: t("desk.reward.when"),
          wideOnly: true,
          cell: ({ line }) => <DateTime at={line.occurredAt} />,
        },
        { key: "booking", header: t("desk.reward.booking"), wideOnly: true, cell: ({ line }) => word(line.kind, "booking") },
        {
          key: "account",
          header: t("desk.reward.account"),
          rowHeader: true,
          cell: ({ account, line }) => (
            <>
              {word(account.split(":")[0] ?? "", "account")}
              <span className="block font-normal text-muted sm:hidden">{word(line.kind, "booking")}</span>
            </>
          ),
        },
        { key: "debit", header: t("desk.reward.debit"), numeric: true, cell: side(true) },
        { key: "credit", header: t("desk.reward.credit"), numeric: true, cell: side(false) },
      ]}
    />
  );
}
