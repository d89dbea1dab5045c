import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { getPerson } from "~/identity/get-person.server";
import { saveCompany } from "~/journeys/save-company.server";
import { sendTestMail } from "~/journeys/send-test-mail.server";
import { logoProblem, shopIsListed } from "~/programs/company";
import { companyFormSchema } from "~/programs/company-schema";
import { cookieDomainProblem } from "~/programs/cookie-domain.server";
import { getCompany } from "~/programs/get-company.server";
import { BackLink } from "~/ui/components/BackLink";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { PostForm } from "~/ui/components/PostForm";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { CompanyEditor } from "~/ui/settings/CompanyEditor";
import { replyTo } from "~/ui/settings/reply-to";
import { intentOf } from "./intent-of.server";

export const handle = { title: "settings.company.title" } satisfies PageHandle;

const saveForm = companyFormSchema.extend({
  intent: z.literal("save"),
  logo: z.instanceof(File).optional(),
  removeLogo: z.literal("on").optional(),
});

const testForm = z.object({ intent: z.literal("test-mail") });
const DONE = ["saved", "tested"] as const;

export async function loader({ request }: LoaderFunctionArgs) {
  const { roles, personId } = await requireStaff(request);
  const { configured, logoVersion, allowedHosts, ...company } = await getCompany();
  return {
    mayChange: roles.includes("owner"),
    configured,
    values: { ...company, allowedHosts: allowedHosts.join("\n") },
    logoUrl: logoVersion && `/logo/${logoVersion}`,
    me: (await getPerson(personId)).email ?? "",
    done: DONE.find((one) => one === new URL(request.url).searchParams.get("done")) ?? null,
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, "owner");
  if ((await intentOf(request)) === "test-mail") {
    const test = await parseForm(request, testForm);
    if (!test.ok) return test.answer;
    await sendTestMail({ personId });
    return redirect("/desk/settings/company?done=tested");
  }
  const form = await parseForm(request, saveForm);
  if (!form.ok) return form.answer;
  const { intent: _intent, logo: file, removeLogo, ...company } = form.value;
  if (!shopIsListed(company))
    return form.refuse({ fields: { shopUrl: { key: "settings.issue.shopNotListed" } } });
  const { cookieDomain, shopUrl } = company;
  const elsewhere = cookieDomain && cookieDomainProblem({ cookieDomain, shopUrl });
  if (elsewhere) return form.refuse({ fields: { cookieDomain: { key: elsewhere } } });
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
  const { mayChange, configured, values, logoUrl, me, done } = useLoaderData<typeof loader>();
  return (
    <Page width="wide">
      <PageTitle lead={t("settings.company.lead")} back={<BackLink to="/desk/settings">{t("settings.index.back")}</BackLink>}>
        {t("settings.company.title")}
      </PageTitle>
      {done ? (
        <Notice tone="done" live>
          {t(done === "saved" ? "settings.saved" : "settings.company.testSent")}
        </Notice>
      ) : null}
      {configured ? null : <Notice tone="waiting">{t("settings.index.companyMissing")}</Notice>}
      {mayChange ? null : <Notice>{t("settings.readOnly")}</Notice>}
      <CompanyEditor values={values} logoUrl={logoUrl} mayChange={mayChange} reply={replyTo(reply, "save")} />
      {mayChange ? (
        <Card title={t("settings.company.test")}>
          <p className="measure">{t("settings.company.testLead", { email: me })}</p>
          <PostForm>
            <div>
              <Button name="intent" value="test-mail" variant="secondary">
                {t("settings.company.testButton")}
              </Button>
            </div>
          </PostForm>
        </Card>
      ) : null}
    </Page>
  );
}
