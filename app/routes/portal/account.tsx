import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { requirePerson } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { localeOf } from "~/http/locale.server";
import { offerWords } from "~/http/offer-words.server";
import { getPerson } from "~/identity/get-person.server";
import { savePerson } from "~/identity/save-person.server";
import { listMemberships } from "~/journeys/list-memberships.server";
import { listMailChoices, saveMailChoices } from "~/notices/mail-choices.server";
import { LOCALES } from "~/platform/locale";
import { Card } from "~/ui/components/Card";
import { EmptyState } from "~/ui/components/EmptyState";
import { LinkButton } from "~/ui/components/LinkButton";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { LanguageForm, MailChoicesForm } from "./AccountForms";
import { MembershipRow } from "./MembershipRow";

/** Everything about the person behind the memberships: address, language, mails, and the programs themselves. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { personId } = await requirePerson(request);
  const { email, locale } = await getPerson(personId);
  const memberships = await listMemberships(personId);
  return {
    email: email ?? "",
    locale,
    mails: await listMailChoices(personId),
    memberships: memberships.map(({ championId, program, company, status, code }) => ({
      id: championId,
      slug: program.slug,
      title: offerWords(program.version, company, localeOf(request)).copy.title,
      status,
      code,
    })),
  };
}

const kinds = ["outcome", "program", "staff"] as const;
const schema = z.object({
  intent: z.enum(["language", "mails"]),
  locale: z.enum(LOCALES).optional(),
  wanted: z.array(z.enum(kinds)).optional(),
});

export async function action({ request }: ActionFunctionArgs) {
  const { personId } = await requirePerson(request);
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { intent, locale, wanted = [] } = form.value;
  if (intent === "mails") {
    const offered = (await listMailChoices(personId)).map(({ kind }) => kind);
    await saveMailChoices({ personId, wanted, offered });
  } else {
    if (!locale) return form.refuse({ fields: { locale: { key: "errors.field.choose" } } });
    await savePerson({ personId, locale });
  }
  return redirect("/portal/account?saved", 303);
}

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "portal.account.title" } satisfies PageHandle;

export default function AccountPage() {
  const t = useT();
  const { email, locale, mails, memberships } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [search] = useSearchParams();
  const left = memberships.find(({ slug }) => slug === search.get("left"));
  return (
    <Page>
      <PageTitle>{t("portal.account.title")}</PageTitle>
      {search.has("saved") || left ? (
        <Notice tone="done" live>
          {left ? t("portal.account.left", { program: left.title }) : t("portal.account.saved")}
        </Notice>
      ) : null}
      <Card title={t("portal.account.programs")}>
        {memberships.length === 0 ? (
          <EmptyState
            title={t("portal.account.none.title")}
            action={<LinkButton to="/">{t("portal.account.none.action")}</LinkButton>}
          />
        ) : (
          <ul className="flex flex-col divide-y divide-hairline">
            {memberships.map((membership) => (
              <MembershipRow key={membership.id} membership={membership} />
            ))}
          </ul>
        )}
      </Card>
      <Card title={t("portal.account.person")}>
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <p className="min-w-0 break-words">
            <span className="block text-sm text-muted">{t("portal.account.email")}</span>
            {email}
          </p>
          <LinkButton to="/email-change" variant="secondary">
            {t("portal.account.changeEmail")}
          </LinkButton>
        </div>
        <LanguageForm locale={locale} reply={reply} />
      </Card>
      <Card title={t("portal.account.mails")}>
        <p className="measure text-muted">{t("portal.account.mailsLead")}</p>
        <MailChoicesForm choices={mails} />
      </Card>
    </Page>
  );
}
