import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { localeOf } from "~/http/locale.server";
import { createProgram } from "~/journeys/create-program.server";
import { ConflictError } from "~/platform/errors";
import { getCompany } from "~/programs/get-company.server";
import { listPrograms } from "~/programs/list-programs.server";
import { PROGRAM_TYPES, SLUG } from "~/programs/program";
import { figuresOf, fillText } from "~/programs/program-copy";
import { affiliateProgramDefaults, friendProgramDefaults } from "~/programs/program-defaults";
import { PROGRAM_CURRENCIES } from "~/programs/program-rules";
import { Card } from "~/ui/components/Card";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { formatter } from "~/ui/format";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { NewProgram } from "~/ui/settings/NewProgram";
import { ProgramCards } from "~/ui/settings/ProgramCards";

export const handle = { title: "settings.index.title" } satisfies PageHandle;

const newProgramForm = z.object({
  slug: z.string().trim().toLowerCase().regex(SLUG, "settings.issue.slug"),
  type: z.enum(PROGRAM_TYPES),
  currency: z.enum(PROGRAM_CURRENCIES),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { roles } = await requireStaff(request);
  const locale = localeOf(request);
  const { name, configured } = await getCompany();
  const programs = (await listPrograms()).map(({ slug, status, version }) => ({
    slug,
    status,
    title: fillText(version.copy[locale].title, figuresOf(version.rules, name, formatter(locale))),
  }));
  return { programs, configured, mayChange: roles.includes("owner") };
}

export async function action({ request }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, "owner");
  const form = await parseForm(request, newProgramForm);
  if (!form.ok) return form.answer;
  const { slug, type, currency } = form.value;
  const defaults = type === "friend" ? friendProgramDefaults(currency) : affiliateProgramDefaults(currency);
  try {
    // The default terms wait in the editor: an owner reads and publishes them before the program goes live.
    await createProgram({ ...defaults, clauses: undefined, slug, by: `person:${personId}` });
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return form.refuse({ fields: { slug: { key: "settings.issue.slugTaken" } } });
  }
  return redirect(`/desk/settings/program/${slug}`);
}

const OTHERS = [
  ["company", "/desk/settings/company"],
  ["causes", "/desk/settings/causes"],
  ["prizes", "/desk/settings/prizes"],
  ["staff", "/desk/settings/staff"],
  ["keys", "/desk/settings/keys"],
  ["integration", "/desk/settings/integration"],
  ["webhooks", "/desk/settings/webhooks"],
] as const;

export default function SettingsPage() {
  const t = useT();
  const reply = useActionData<typeof action>();
  const { programs, configured, mayChange } = useLoaderData<typeof loader>();
  return (
    <Page width="wide">
      <PageTitle lead={t("settings.index.lead")}>{t("settings.index.title")}</PageTitle>
      <ProgramCards programs={programs} />
      <ul className="grid gap-4 sm:grid-cols-2">
        {OTHERS.map(([name, to]) => (
          <li key={name}>
            <Card
              title={
                <Link to={to} className="link">
                  {t(`settings.index.${name}`)}
                </Link>
              }
            >
              <p>
                {name === "company" && !configured
                  ? t("settings.index.companyMissing")
                  : t(`settings.index.${name}Body`)}
              </p>
            </Card>
          </li>
        ))}
      </ul>
      {mayChange ? <NewProgram reply={reply} /> : null}
    </Page>
  );
}
