import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { listCollected } from "~/fulfilment/list-collected.server";
import { requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { passOnDonation } from "~/journeys/pass-on-donation.server";
import { ConflictError } from "~/platform/errors";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { DateTime } from "~/ui/components/DateTime";
import { EmptyState } from "~/ui/components/EmptyState";
import { Field } from "~/ui/components/Field";
import { Money } from "~/ui/components/Money";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { PostForm } from "~/ui/components/PostForm";
import { Table } from "~/ui/components/Table";
import { TextInput } from "~/ui/components/TextInput";
import { isFormReply } from "~/ui/form-reply";
import { useFormat, useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "donations.title" } satisfies PageHandle;

const schema = z.object({
  cause: z.string().max(40),
  currency: z.string().length(3),
  amount: z.string().regex(/^\d{1,15}$/),
  receipt: z.string().trim().min(2).max(120),
});

/** What was collected for each cause, and what was passed on. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request, "owner", "finance");
  return await listCollected();
}

export async function action({ request }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, "owner", "finance");
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { cause: causeId, currency, amount, receipt } = form.value;
  try {
    await passOnDonation({ causeId, currency, amountMinor: BigInt(amount), receipt, by: `person:${personId}` });
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    return form.refuse({ form: { key: "donations.changed" } });
  }
  return redirect("/desk/donations?done", 303);
}

export default function DonationsPage() {
  const t = useT();
  const format = useFormat();
  const { waiting, passedOn } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [search] = useSearchParams();
  const about = isFormReply(reply) ? `${reply.values.cause} ${reply.values.currency}` : null;
  return (
    <Page width="wide">
      <PageTitle lead={t("donations.lead")}>{t("donations.title")}</PageTitle>
      {search.has("done") ? (
        <Notice tone="done" live>
          {t("donations.done")}
        </Notice>
      ) : null}
      {waiting.length === 0 ? <EmptyState title={t("donations.empty")}>{t("donations.emptyLead")}</EmptyState> : null}
      {waiting.map(({ causeId, name, currency, amountMinor }) => {
        const amount = format.money({ amountMinor, currency });
        return (
          <Card key={`${causeId} ${currency}`} title={name} aside={<span className="font-semibold">{t("donations.amount", { amount })}</span>}>
            <PostForm reply={about === `${causeId} ${currency}` ? reply : null} action="/desk/donations">
              <input type="hidden" name="cause" value={causeId} />
              <input type="hidden" name="currency" value={currency} />
              <input type="hidden" name="amount" value={String(amountMinor)} />
              <Field name="receipt" label={t("donations.receipt")} hint={t("donations.receiptHint")}>
                <TextInput maxLength={120} />
              </Field>
              <div>
                <Button>{t("donations.pass", { amount })}</Button>
              </div>
            </PostForm>
          </Card>
        );
      })}
      {passedOn.length > 0 ? (
        <Table
          caption={t("donations.passedOn")}
          columns={[
            { key: "cause", rowHeader: true, header: t("donations.cause"), cell: ({ name }) => name },
            { key: "when", header: t("donations.when"), cell: ({ givenAt }) => <DateTime at={givenAt} show="day" /> },
            { key: "receipt", header: t("donations.receipt"), wideOnly: true, cell: ({ receipt }) => receipt },
            { key: "sum", header: t("donations.sum"), numeric: true, cell: ({ amountMinor, currency }) => <Money amountMinor={amountMinor} currency={currency} /> },
          ]}
          rows={passedOn}
          rowKey={({ id }) => id}
        />
      ) : null}
    </Page>
  );
}
