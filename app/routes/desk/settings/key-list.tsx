import { isApiScope } from "~/identity/api-key";
import { EmptyState } from "~/ui/components/EmptyState";
import { StatusPill } from "~/ui/components/StatusPill";
import { Table, type Column } from "~/ui/components/Table";
import { useFormat, useT } from "~/ui/i18n";
import { RevokeKey } from "./revoke-key";

export interface ShownKey {
  id: string;
  name: string;
  scopes: string[];
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** All keys with what they may do, when they were used and the way to take them back. */
export function KeyList({ keys, editable }: { keys: ShownKey[]; editable: boolean }) {
  const t = useT();
  const format = useFormat();
  if (keys.length === 0) return <EmptyState title={t("signIn.keys.none")} />;
  const mayDo = ({ scopes }: ShownKey) => format.list(scopes.map((scope) => (isApiScope(scope) ? t(`signIn.keys.${scope}`) : scope)));
  const lastUse = ({ lastUsedAt }: ShownKey) => (lastUsedAt ? t("signIn.keys.lastUsed", { date: format.dateTime(lastUsedAt) }) : t("signIn.keys.neverUsed"));
  const columns: Column<ShownKey>[] = [
    {
      key: "name",
      header: t("signIn.keys.columns.name"),
      rowHeader: true,
      cell: (key) => (
        <span className="flex flex-col">
          <span className="wrap-anywhere">{key.name}</span>
          <span className="text-sm font-normal text-muted">{t("signIn.keys.created", { date: format.date(key.createdAt) })}</span>
          <span className="text-sm font-normal text-muted sm:hidden">{mayDo(key)}</span>
          <span className="text-sm font-normal text-muted sm:hidden">{lastUse(key)}</span>
        </span>
      ),
    },
    {
      key: "scopes",
      header: t("signIn.keys.columns.scopes"),
      wideOnly: true,
      cell: mayDo,
    },
    {
      key: "used",
      header: t("signIn.keys.columns.used"),
      wideOnly: true,
      cell: lastUse,
    },
    {
      key: "state",
      header: t("signIn.keys.columns.state"),
      cell: ({ revokedAt }) =>
        revokedAt ? (
          <StatusPill tone="refused">{t("signIn.keys.revoked", { date: format.date(revokedAt) })}</StatusPill>
        ) : (
          <StatusPill tone="done">{t("signIn.keys.live")}</StatusPill>
        ),
    },
  ];
  if (editable) {
    columns.push({
      key: "act",
      header: t("signIn.keys.columns.act"),
      cell: ({ id, name, revokedAt }) => (revokedAt ? null : <RevokeKey intent="revoke" id={id} name={name} />),
    });
  }
  return <Table caption={t("signIn.keys.list")} columns={columns} rows={keys} rowKey={({ id }) => id} />;
}
