import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/http/actor.server";
import { pageNumber } from "~/http/page-number";
import { listMails, type LoggedMail } from "~/notices/list-mails.server";
import { readMailFilter } from "~/notices/mail-log";
import { DateTime } from "~/ui/components/DateTime";
import { EmptyState } from "~/ui/components/EmptyState";
import { LinkButton } from "~/ui/components/LinkButton";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { Pager } from "~/ui/components/Pager";
import { Table, type Column } from "~/ui/components/Table";
import { DEFAULT_ZONE } from "~/ui/format";
import { useFormat, useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { MailFilterForm } from "./mail-filter-form";
import { MailStatusPill } from "./mail-status-pill";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "mail.log.title" } satisfies PageHandle;

/** The send log (S8): for those who help people, not for marketing. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "owner", "approver", "finance");
  const search = new URL(request.url).searchParams;
  const filter = readMailFilter(search);
  const page = pageNumber(search);
  return { filter, ...(await listMails({ filter, page, zone: DEFAULT_ZONE })) };
}

export default function MailLog() {
  const t = useT();
  const format = useFormat();
  const { filter, mails, page, pages, total } = useLoaderData<typeof loader>();
  const filtered = Object.values(filter).some((value) => value !== null && value !== "");
  const nameOf = ({ to }: LoggedMail) => to.firstName ?? to.email ?? t("mail.log.forgotten");
  const columns: Column<LoggedMail>[] = [
    {
      key: "what",
      header: t("mail.log.columns.what"),
      rowHeader: true,
      cell: (mail) => (
        <span className="flex flex-col">
          <Link
            to={`/desk/mail/${mail.id}`}
            className="text-accent underline underline-offset-3"
            aria-label={t("mail.log.open", {
              template: t(`mail.template.${mail.template}`),
              name: nameOf(mail),
              when: format.dateTime(mail.queuedAt),
            })}
          >
            {t(`mail.template.${mail.template}`)}
          </Link>
          <span className="font-normal wrap-anywhere text-muted sm:hidden">
            {nameOf(mail)} · {format.dateTime(mail.queuedAt)}
          </span>
        </span>
      ),
    },
    {
      key: "to",
      header: t("mail.log.columns.to"),
      wideOnly: true,
      cell: (mail) => (
        <span className="flex flex-col">
          <span>{nameOf(mail)}</span>
          {mail.to.firstName ? <span className="text-sm wrap-anywhere text-muted">{mail.to.email}</span> : null}
        </span>
      ),
    },
    { key: "status", header: t("mail.log.columns.status"), cell: ({ status }) => <MailStatusPill status={status} /> },
    { key: "when", header: t("mail.log.columns.when"), wideOnly: true, cell: ({ queuedAt }) => <DateTime at={queuedAt} /> },
  ];
  return (
    <Page width="full">
      <PageTitle lead={t("mail.log.lead")}>{t("mail.log.title")}</PageTitle>
      <MailFilterForm filter={filter} />
      {filtered ? (
        <p className="flex flex-wrap items-center gap-3">
          <span>{t("mail.log.count", { count: total })}</span>
          <LinkButton to="/desk/mail" variant="plain" size="small">
            {t("mail.log.clear")}
          </LinkButton>
        </p>
      ) : null}
      {mails.length > 0 ? (
        <Table caption={t("mail.log.title")} hideCaption dense columns={columns} rows={mails} rowKey={({ id }) => id} />
      ) : (
        <EmptyState title={t(filtered ? "mail.log.nothing.title" : "mail.log.empty.title")}>
          {t(filtered ? "mail.log.nothing.body" : "mail.log.empty.body")}
        </EmptyState>
      )}
      <Pager page={page} pages={pages} />
    </Page>
  );
}
