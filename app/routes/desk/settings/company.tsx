import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { saveCompany } from "~/journeys/save-company.server";
import { logoProblem, shopIsListed } from "~/programs/company";
import { companyFormSchema } from "~/programs/company-schema";
import { getCompany } from "~/programs/get-company.server";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { CompanyEditor } from "~/ui/settings/CompanyEditor";
import { replyTo } from "~/ui/settings/reply-to";

export const handle = { title: "settings.company.title" } satisfies PageHandle;

const saveForm = companyFormSchema.extend({
  intent: z.literal("save"),
  logo: z.instanceof(File).optional(),
  removeLogo: z.literal("on").optional(),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const { roles } = await requireStaff(request);
  const { configured, logoVersion, allowedHosts, ...company } = await getCompany();
  return {
    mayChange: roles.includes("owner"),
    configured,
    values: { ...company, allowedHosts: allowedHosts.join("\n") },
    logoUrl: logoVersion && `/logo/${logoVersion}`,
    saved: new URL(request.url).searchParams.get("done") === "saved",
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, "owner");
  const form = await parseForm(request, saveForm);
  if (!form.ok) return form.answer;
  const { intent: _intent, logo: file, removeLogo, ...company } = form.value;
  if (!shopIsListed(company))
    return form.refuse({ fields: { shopUrl: { key: "settings.issue.shopNotListed" } } });
  const uploaded = file && new Uint8Array(await file.arrayBuffer());
  const problem = uploaded && logoProblem(uploaded);
  if (problem) return form.refuse({ fields: { logo: { key: problem } } });
  const logo = uploaded ?? (removeLogo ? null : undefined);
  await saveCompany({ ...company, logo, by: `person:${personId}` });
  return redirect("/desk/settings/company?done=saved");
}

export default function CompanySettingsPage() {
  const t = useT();
  const reply = useActionData<typeof action>();
  const { mayChange, configured, values, logoUrl, saved } = useLoaderData<typeof loader>();
  return (
    <Page width="wide">
      <PageTitle lead={t("settings.company.lead")}>{t("settings.company.title")}</PageTitle>
      {saved ? (
        <Notice tone="done" live>
          {t("settings.saved")}
        </Notice>
      ) : null}
      {configured ? null : <Notice tone="waiting">{t("settings.index.companyMissing")}</Notice>}
      {mayChange ? null : <Notice>{t("settings.readOnly")}</Notice>}
      <CompanyEditor values={values} logoUrl={logoUrl} mayChange={mayChange} reply={replyTo(reply, "save")} />
    </Page>
  );
}
