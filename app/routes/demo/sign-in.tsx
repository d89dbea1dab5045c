import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { parseForm } from "~/http/form.server";
import { sessionCookie, sessionSecret } from "~/http/session.server";
import { demoSignIn, listDemoPeople } from "~/identity/demo-sign-in.server";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { EmptyState } from "~/ui/components/EmptyState";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { PostForm } from "~/ui/components/PostForm";
import { useT } from "~/ui/i18n";
import { SiteLayout } from "~/ui/layouts/SiteLayout";
import type { PageHandle } from "~/ui/page-handle";

export const handle = { title: "signIn.demo.title" } satisfies PageHandle;

export async function loader() {
  const people = await listDemoPeople();
  return { people: people.map(({ key, area, firstName }) => ({ key, area, firstName })) };
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, z.object({ key: z.string().max(20) }));
  if (!form.ok) return form.answer;
  const { area, secret } = await demoSignIn({
    key: form.value.key,
    previousSecret: (of) => sessionSecret(request, of),
  });
  const headers = { "Set-Cookie": sessionCookie(area, secret) };
  return redirect(area === "desk" ? "/desk" : "/portal", { status: 303, headers });
}

export default function DemoSignIn() {
  const t = useT();
  const { people } = useLoaderData<typeof loader>();
  return (
    <SiteLayout signIn={false}>
      <Page>
        <PageTitle lead={t("signIn.demo.lead")}>{t("signIn.demo.title")}</PageTitle>
        {people.length === 0 ? <EmptyState title={t("signIn.demo.empty")} /> : null}
        {(["portal", "desk"] as const).map((area) => {
          const here = people.filter((person) => person.area === area);
          if (here.length === 0) return null;
          return (
            <Card key={area} title={t(`signIn.demo.${area}`)}>
              <ul className="flex flex-col gap-4">
                {here.map(({ key, firstName }) => (
                  <li key={key} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
                    <span className="measure">{t(`signIn.demo.who.${key}`)}</span>
                    <PostForm reloadDocument>
                      <input type="hidden" name="key" value={key} />
                      <Button variant="secondary">{t("signIn.demo.as", { name: firstName })}</Button>
                    </PostForm>
                  </li>
                ))}
              </ul>
            </Card>
          );
        })}
      </Page>
    </SiteLayout>
  );
}
