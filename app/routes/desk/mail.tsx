import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { requireStaff } from "~/http/actor.server";
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

const LAST_PAGE = 10_000;

/** The send log (S8): for those who help people, not for marketing. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "owner", "approver", "finance");
  const search = new URL(request.url).searchParams;
  const filter = readMailFilter(search);
  const page = Math.min(Math.max(1, Math.trunc(Number(search.get("page"))) || 1), LAST_PAGE);
  return { filter, ...(await listMails({ filter, page, zone: DEFAULT_ZONE })) };
}

export default function MailLog() {
  const t = useT();
  const format = useFormat();
  const [search] = useSearchParams();
  const { filter, mails, page, pages, total } = useLoaderData<typeof loader>();
  const filtered = Object.values(filter).some((value) => value !== null && value !== "");
  const columns: Column<LoggedMail>[] = [
    {
      key: "what",
      header: t("mail.log.columns.what"),
      rowHeader: true,
      cell: ({ id, template, to, queuedAt }) => (
        <Link
          to={`/desk/mail/${id}?${search.toString()}`}
          className="text-accent underline underline-offset-3"
          aria-label={t("mail.log.open", {
            template: t(`mail.template.${template}`),
            name: to.firstName ?? to.email ?? t("mail.log.forgotten"),
            when: format.dateTime(queuedAt),
          })}
        >
          {t(`mail.template.${template}`)}
        </Link>
      ),
    },
    {
      key: "to",
      header: t("mail.log.columns.to"),
      cell: ({ to }) => (
        <span className="flex flex-col">
          <span>{to.firstName ?? (to.email ? "" : t("mail.log.forgotten"))}</span>
          <span className="text-sm wrap-anywhere text-muted">{to.email}</span>
        </span>
      ),
    },
    { key: "status", header: t("mail.log.columns.status"), cell: ({ status }) => <MailStatusPill status={status} /> },
    { key: "when", header: t("mail.log.columns.when"), cell: ({ queuedAt }) => <DateTime at={queuedAt} /> },
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
