import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listCauses } from "~/fulfilment/list-causes.server";
import { requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { oneLine } from "~/identity/identity-schema";
import { changeCauses } from "~/journeys/change-causes.server";
import { ConflictError } from "~/platform/errors";
import { BackLink } from "~/ui/components/BackLink";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Field } from "~/ui/components/Field";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { PostForm } from "~/ui/components/PostForm";
import { TextInput } from "~/ui/components/TextInput";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "causes.title" } satisfies PageHandle;

const schema = z.object({ intent: z.enum(["add", "close"]), name: oneLine(80).optional(), cause: z.string().max(40).optional() });

/** The causes champions may give to. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "owner");
  return { causes: (await listCauses()).map(({ id, name }) => ({ id, name })) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, "owner");
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { intent, name, cause } = form.value;
  if (intent === "add" && !name) return form.refuse({ fields: { name: { key: "errors.field.required" } } });
  try {
    await changeCauses(intent === "add" ? { add: name ?? "" } : { close: cause ?? "" }, { by: `person:${personId}` });
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return form.refuse({ fields: { name: { key: "causes.exists" } } });
  }
  return redirect("/desk/settings/causes", 303);
}

export default function CausesPage() {
  const t = useT();
  const { causes } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page width="wide">
      <PageTitle lead={t("causes.lead")} back={<BackLink to="/desk/settings">{t("settings.index.back")}</BackLink>}>
        {t("causes.title")}
      </PageTitle>
      <Card title={t("causes.offered")}>
        {causes.length === 0 ? <p>{t("causes.none")}</p> : null}
        <ul className="flex flex-col divide-y divide-hairline">
          {causes.map(({ id, name }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <span className="break-words">{name}</span>
              <Form method="post">
                <input type="hidden" name="intent" value="close" />
                <Button variant="secondary" name="cause" value={id} aria-label={t("causes.close", { name })}>
                  {t("causes.closeWord")}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
        <PostForm reply={reply}>
          <input type="hidden" name="intent" value="add" />
          <Field name="name" label={t("causes.name")} hint={t("causes.nameHint")}>
            <TextInput maxLength={80} />
          </Field>
          <div>
            <Button>{t("causes.add")}</Button>
          </div>
        </PostForm>
      </Card>
    </Page>
  );
}
