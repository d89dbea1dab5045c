import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { z } from "zod";
import { requireStaff } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { sendMailAgain } from "~/journeys/send-mail-again.server";
import { getMail } from "~/notices/get-mail.server";
import { statusTold } from "~/notices/mail-status";
import { Button } from "~/ui/components/Button";
import { BackLink } from "~/ui/components/BackLink";
import { Card } from "~/ui/components/Card";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { PostForm } from "~/ui/components/PostForm";
import { Timeline } from "~/ui/components/Timeline";
import { useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { MailFacts } from "./mail-facts";
import { toneOf } from "./mail-status-pill";

export { ErrorInLayout as ErrorBoundary } from "~/ui/error-page";
export const handle = { title: "mail.log.title" } satisfies PageHandle;

const ROLES = ["owner", "approver", "finance"] as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireStaff(request, ...ROLES);
  return { mail: await getMail(params.id ?? "") };
}

/** Sends a mail once more; never one that holds a code. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { personId } = await requireStaff(request, ...ROLES);
  const form = await parseForm(request, z.object({}));
  if (!form.ok) return form.answer;
  const again = await sendMailAgain({ mailId: params.id ?? "", by: `person:${personId}` });
  return redirect(`/desk/mail/${again.mailId}?again`, 303);
}

export default function MailDetailPage() {
  const t = useT();
  const { mail } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { words, events } = mail;
  const eventName = (type: string) => {
    const key = `mail.event.${type.replace(/^email\./, "")}`;
    return t.has(key) ? t(key) : type;
  };
  return (
    <Page width="wide">
      <PageTitle back={<BackLink to="/desk/mail">{t("mail.one.back")}</BackLink>}>
        {t(`mail.template.${mail.template}`)}
      </PageTitle>
      {search.has("again") ? (
        <Notice tone="done" live>
          {t("mail.one.againDone")}
        </Notice>
      ) : null}
      <MailFacts mail={mail} />
      <Card title={t("mail.one.events")}>
        {events.length === 0 ? (
          <p className="text-muted">{t("mail.one.noEvents")}</p>
        ) : (
          <Timeline
            label={t("mail.one.events")}
            events={events.map(({ id, type, detail, occurredAt }) => ({
              key: id, at: occurredAt, title: eventName(type), tone: toneOf(statusTold(type) ?? "sent"), ...(detail && { detail }),
            }))}
          />
        )}
      </Card>
      <Card title={t("mail.one.words")}>
        {typeof words === "string" ? (
          <p className="measure text-muted">{t(words === "secret" ? "mail.one.secret" : "mail.one.gone")}</p>
        ) : (
          <>
            <p>
              <span className="block text-sm text-muted">{t("mail.one.subject")}</span>
              {words.subject}
            </p>
            <div lang={mail.locale} className="max-w-2xl rounded-lg bg-sunken p-4 text-sm wrap-anywhere whitespace-pre-wrap">
              {words.text}
            </div>
          </>
        )}
      </Card>
      {mail.repeatable ? (
        <Card title={t("mail.one.again")}>
          <p className="measure text-muted">{t("mail.one.againHint")}</p>
          <PostForm reply={reply}>
            <div>
              <Button variant="secondary">{t("mail.one.again")}</Button>
            </div>
          </PostForm>
        </Card>
      ) : null}
    </Page>
  );
}
