import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { listOffers } from "~/fulfilment/list-offers.server";
import { requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { oneLine } from "~/identity/identity-schema";
import { changePrizes } from "~/journeys/change-prizes.server";
import { listPrograms } from "~/programs/list-programs.server";
import { BackLink } from "~/ui/components/BackLink";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Field } from "~/ui/components/Field";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { PostForm } from "~/ui/components/PostForm";
import { Select } from "~/ui/components/Select";
import { TextInput } from "~/ui/components/TextInput";
import { useLocale, useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "prizeShelf.title" } satisfies PageHandle;

const many = z.number().int().min(1).max(10_000_000);
const added = { program: z.string().max(40), nameEn: oneLine(80), nameNl: oneLine(80), cost: many };
const schema = z.object({ intent: z.enum(["add", "withdraw"]), prize: z.string().max(40).optional(), stock: many.optional(), ...z.object(added).partial().shape });

/** What champions may spend their points on, program by program. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "owner");
  const programs = (await listPrograms()).map(({ id, slug }) => ({ id, slug }));
  return { programs, prizes: await listOffers() };
}

export async function action({ request }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, "owner");
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { intent, prize, program: programId, nameEn, nameNl, cost, stock = null } = form.value;
  const by = `person:${personId}`;
  if (intent === "withdraw") await changePrizes({ withdraw: prize ?? "" }, { by });
  else if (programId && nameEn && nameNl && cost) await changePrizes({ add: { programId, nameEn, nameNl, cost, stock } }, { by });
  else return form.refuse({ fields: missing({ program: programId, nameEn, nameNl, cost }) });
  return redirect("/desk/settings/prizes", 303);
}

const missing = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value ? [] : [[name, { key: "errors.field.required" }]])));

export default function PrizeShelfPage() {
  const t = useT();
  const locale = useLocale();
  const { programs, prizes } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const slugs = new Map(programs.map(({ id, slug }) => [id, slug]));
  return (
    <Page width="wide">
      <PageTitle lead={t("prizeShelf.lead")} back={<BackLink to="/desk/settings">{t("settings.index.back")}</BackLink>}>
        {t("prizeShelf.title")}
      </PageTitle>
      <Card title={t("prizeShelf.offered")}>
        {prizes.length === 0 ? <p>{t("prizeShelf.none")}</p> : null}
        <ul className="flex flex-col divide-y divide-hairline">
          {prizes.map(({ id, programId, nameEn, nameNl, cost, stock, taken }) => {
            const name = locale === "nl" ? nameNl : nameEn;
            return (
              <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
                <span className="break-words">
                  {name}
                  <span className="block text-sm text-muted">
                    {[slugs.get(programId), t("prizeShelf.costs", { points: cost }), stock === null ? t("prizeShelf.unlimited") : t("prizeShelf.of", { taken, stock })].join(" · ")}
                  </span>
                </span>
                <Form method="post">
                  <input type="hidden" name="intent" value="withdraw" />
                  <Button variant="secondary" name="prize" value={id} aria-label={t("prizeShelf.withdraw", { name })}>
                    {t("prizeShelf.withdrawWord")}
                  </Button>
                </Form>
              </li>
            );
          })}
        </ul>
      </Card>
      <Card title={t("prizeShelf.addTitle")}>
        <PostForm reply={reply}>
          <input type="hidden" name="intent" value="add" />
          <Field name="program" label={t("prizeShelf.program")}>
            <Select options={programs.map(({ id, slug }) => ({ value: id, label: slug }))} />
          </Field>
          <Field name="nameEn" label={t("prizeShelf.nameEn")}>
            <TextInput maxLength={80} />
          </Field>
          <Field name="nameNl" label={t("prizeShelf.nameNl")}>
            <TextInput maxLength={80} />
          </Field>
          <Field name="cost" label={t("prizeShelf.cost")} hint={t("prizeShelf.costHint")}>
            <TextInput inputMode="numeric" autoComplete="off" />
          </Field>
          <Field name="stock" label={t("prizeShelf.stock")} hint={t("prizeShelf.stockHint")} optional>
            <TextInput inputMode="numeric" autoComplete="off" />
          </Field>
          <div>
            <Button>{t("prizeShelf.add")}</Button>
          </div>
        </PostForm>
      </Card>
    </Page>
  );
}
