import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/http/actor.server";
import { findPeople, type FoundPerson } from "~/journeys/find-people.server";
import { Button } from "~/ui/components/Button";
import { CONTROL } from "~/ui/components/control-style";
import { EmptyState } from "~/ui/components/EmptyState";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { Table, type Column } from "~/ui/components/Table";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "people.find.title" } satisfies PageHandle;

/** Finds people by name, address, code or order number (S8). */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "owner", "approver", "finance");
  const asked = (new URL(request.url).searchParams.get("q") ?? "").slice(0, 200);
  return { asked, found: asked.trim() === "" ? null : await findPeople(asked) };
}

export default function PeoplePage() {
  const t = useT();
  const { asked, found } = useLoaderData<typeof loader>();
  const columns: Column<FoundPerson>[] = [
    {
      key: "name",
      header: t("people.find.name"),
      rowHeader: true,
      cell: ({ person }) => (
        <Link to={`/desk/people/${person.id}`} className="link">
          {person.firstName ?? t("people.find.noName")}
        </Link>
      ),
    },
    { key: "email", header: t("people.find.email"), cell: ({ person }) => <span className="wrap-anywhere">{person.email}</span> },
    {
      key: "memberships",
      header: t("people.find.memberships"),
      cell: ({ memberships }) =>
        memberships.length === 0 ? (
          <span className="text-muted">{t("people.find.none")}</span>
        ) : (
          <ul>
            {memberships.map(({ programSlug, status, displayName, code }) => (
              <li key={programSlug}>
                {programSlug}: {t(`common.membership.${status}`)}, {displayName}{" "}
                <span className="font-mono text-sm">{code}</span>
              </li>
            ))}
          </ul>
        ),
    },
  ];
  return (
    <Page width="full">
      <PageTitle lead={t("people.find.lead")}>{t("people.find.title")}</PageTitle>
      <Form method="get" role="search" className="flex flex-wrap items-end gap-3">
        <label className="flex min-w-0 flex-1 flex-col gap-1.5 sm:max-w-md">
          <span className="font-semibold">{t("people.find.label")}</span>
          <input type="search" name="q" defaultValue={asked} maxLength={200} autoComplete="off" className={CONTROL} />
        </label>
        <Button icon="search">{t("people.find.submit")}</Button>
      </Form>
      {found === null ? null : (
        <p role="status" className="font-semibold">
          {t("people.find.found", { count: found.length })}
        </p>
      )}
      {found?.length === 0 ? <EmptyState title={t("people.find.nobody")} /> : null}
      {found && found.length > 0 ? (
        <Table caption={t("people.find.table")} hideCaption columns={columns} rows={found} rowKey={({ person }) => person.id} dense />
      ) : null}
    </Page>
  );
}
