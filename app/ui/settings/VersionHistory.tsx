import type { ProgramConditions } from "~/programs/program-conditions";
import { benefitText } from "~/programs/program-copy";
import { DateTime } from "../components/DateTime";
import { Table, type Column } from "../components/Table";
import { useFormat, useT } from "../i18n";
import { RuleList } from "../programs/RuleList";

export interface VersionLine {
  number: number;
  publishedAt: Date;
  publisher: string | null;
  conditions: ProgramConditions;
  referrals: number;
}

/** Every version that was ever published, newest first: none of them can change. */
export function VersionHistory({ versions }: { versions: VersionLine[] }) {
  const t = useT();
  const format = useFormat();
  const columns: Column<VersionLine>[] = [
    {
      key: "number",
      header: t("settings.program.version"),
      rowHeader: true,
      cell: ({ number }) =>
        number === versions[0]?.number ? `${number} (${t("settings.program.current")})` : number,
    },
    {
      key: "since",
      header: t("settings.program.since"),
      cell: (row) => <DateTime at={row.publishedAt} show="day" />,
    },
    {
      key: "by",
      header: t("settings.program.by"),
      cell: ({ publisher }) => publisher ?? t("settings.program.bySystem"),
      wideOnly: true,
    },
    {
      key: "rewards",
      header: t("rewardRules.title"),
      wideOnly: true,
      cell: ({ conditions }) => <RuleList {...conditions} />,
    },
    ...(["friendOffer", "ownOffer"] as const).map((name): Column<VersionLine> => ({
      key: name,
      header: t(`settings.program.${name}`),
      numeric: true,
      wideOnly: true,
      cell: ({ conditions }) =>
        benefitText(conditions[name], conditions.currency, format) || t("settings.program.none"),
    })),
    {
      key: "waits",
      header: t("settings.program.waits"),
      numeric: true,
      wideOnly: true,
      cell: ({ conditions }) => t("settings.program.holdDays", { days: conditions.holdDays }),
    },
    {
      key: "referrals",
      header: t("settings.program.keeps"),
      numeric: true,
      cell: ({ referrals }) => format.number(referrals),
    },
  ];
  return (
    <Table
      caption={t("settings.program.history")}
      columns={columns}
      rows={versions}
      rowKey={({ number }) => String(number)}
      dense
    />
  );
}
