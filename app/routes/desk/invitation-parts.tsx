import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { DateTime } from "~/ui/components/DateTime";
import { Field } from "~/ui/components/Field";
import { PostForm } from "~/ui/components/PostForm";
import { Select } from "~/ui/components/Select";
import { StatusPill, type StatusTone } from "~/ui/components/StatusPill";
import { Table, type Column } from "~/ui/components/Table";
import { TextInput } from "~/ui/components/TextInput";
import { useT } from "~/ui/i18n";
import type { InvitationRow } from "./invitations";

const TONES: Record<InvitationRow["state"], StatusTone> = { open: "done", spent: "neutral", expired: "neutral", withdrawn: "refused" };

export function InvitationForm({ programs, reply }: { programs: { id: string; slug: string }[]; reply: unknown }) {
  const t = useT();
  return (
    <Card title={t("people.invitations.make")}>
      <PostForm reply={reply}>
        <input type="hidden" name="intent" value="make" />
        <div className="grid gap-5 sm:grid-cols-2">
          <Field name="program" label={t("people.invitations.program")}>
            <Select options={programs.map(({ id, slug }) => ({ value: id, label: slug }))} />
          </Field>
          <Field name="label" label={t("people.invitations.label")} hint={t("people.invitations.labelHint")}>
            <TextInput maxLength={60} autoComplete="off" />
          </Field>
          <Field name="uses" label={t("people.invitations.uses")}>
            <TextInput type="number" min={1} max={1000} defaultValue="1" />
          </Field>
          <Field name="days" label={t("people.invitations.days")}>
            <TextInput type="number" min={1} max={365} defaultValue="30" />
          </Field>
        </div>
        <p>
          <Button>{t("people.invitations.submit")}</Button>
        </p>
      </PostForm>
    </Card>
  );
}

export function InvitationTable({ invitations }: { invitations: InvitationRow[] }) {
  const t = useT();
  const columns: Column<InvitationRow>[] = [
    { key: "label", header: t("people.invitations.label"), rowHeader: true, cell: ({ label }) => label },
    { key: "program", header: t("people.invitations.program"), cell: ({ program }) => program },
    {
      key: "used",
      header: t("people.invitations.used"),
      cell: ({ uses, maxUses }) => t("people.invitations.usedOf", { uses, max: maxUses }),
    },
    { key: "until", header: t("people.invitations.until"), cell: ({ expiresAt }) => <DateTime at={expiresAt} /> },
    {
      key: "state",
      header: t("people.invitations.state"),
      cell: ({ state }) => <StatusPill tone={TONES[state]}>{t(`people.invitations.${state}`)}</StatusPill>,
    },
    {
      key: "withdraw",
      header: <span className="sr-only">{t("people.invitations.withdraw")}</span>,
      cell: ({ id, label, state }) =>
        state === "open" ? (
          <PostForm>
            <input type="hidden" name="intent" value="withdraw" />
            <input type="hidden" name="id" value={id} />
            <Button variant="danger" size="small" aria-label={t("people.invitations.withdrawOne", { label })}>
              {t("people.invitations.withdraw")}
            </Button>
          </PostForm>
        ) : null,
    },
  ];
  return <Table caption={t("people.invitations.table")} columns={columns} rows={invitations} rowKey={({ id }) => id} dense />;
}
