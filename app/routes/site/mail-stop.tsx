import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { parseForm } from "~/http/form.server";
import { readStopOffer, stopMails } from "~/notices/stop-mails.server";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { LinkButton } from "~/ui/components/LinkButton";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { PostForm } from "~/ui/components/PostForm";
import { useT } from "~/ui/i18n";
import { SiteLayout } from "~/ui/layouts/SiteLayout";
import type { PageHandle } from "~/ui/page-handle";

export const handle = { title: "mail.stop.title", light: true } satisfies PageHandle;

/** What a mail program posts by itself when somebody presses its "unsubscribe" (RFC 8058), and our own button, too. */
const schema = z.object({ "List-Unsubscribe": z.literal("One-Click") });

/** Shows what the link of a mail would stop. Looking changes nothing: scanners open every link. */
export function loader({ params }: LoaderFunctionArgs) {
  return readStopOffer(params.token ?? "");
}

/** Needs no cookie and no page of ours before it: the signed link is the proof. */
export async function action({ request, params }: ActionFunctionArgs) {
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  await stopMails(params.token ?? "");
  return { kind: "stopped" as const };
}

export default function MailStop() {
  const t = useT();
  const { kind, stopped } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <SiteLayout signIn={false}>
      <Page>
        <PageTitle>{t("mail.stop.title")}</PageTitle>
        {stopped ? (
          <Notice tone="done" live>
            {t(`mail.stop.done.${kind}`)}
          </Notice>
        ) : (
          <Card>
            <p className="measure">{t(`mail.stop.what.${kind}`)}</p>
            <PostForm reply={reply}>
              <input type="hidden" name="List-Unsubscribe" value="One-Click" />
              <div>
                <Button>{t("mail.stop.submit")}</Button>
              </div>
            </PostForm>
          </Card>
        )}
        <p className="measure text-muted">{t("mail.stop.stays")}</p>
        <p>
          <LinkButton to="/portal/account" variant="secondary">
            {t("mail.stop.choose")}
          </LinkButton>
        </p>
      </Page>
    </SiteLayout>
  );
}
