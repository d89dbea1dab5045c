import { Link } from "@remix-run/react";
import { Button } from "~/ui/components/Button";
import { Card } from "~/ui/components/Card";
import { Field } from "~/ui/components/Field";
import { Notice } from "~/ui/components/Notice";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { PostForm } from "~/ui/components/PostForm";
import { TextInput } from "~/ui/components/TextInput";
import { isFormReply } from "~/ui/form-reply";
import { useT } from "~/ui/i18n";
import { SiteLayout } from "~/ui/layouts/SiteLayout";
import type { MessageKey } from "~/ui/messages/shape";

interface EmailStepProps {
  action: "/sign-in" | "/desk/sign-in";
  reply?: unknown;
  to?: string | null;
  email?: string | null;
  /** The mailed link that was opened in another browser than the one that asked: what was claimed there comes along. */
  link?: string | null;
  /** On a page whose own purpose is another one. */
  submit?: MessageKey;
}

/** Asks for the address that gets the code. */
export function EmailStep({ action, reply, to, email, link, submit = "signIn.email.send" }: EmailStepProps) {
  const t = useT();
  // A form that came back is at its own address, without the query it was opened with.
  const goOnTo = isFormReply(reply) ? reply.values.to : to;
  const opened = isFormReply(reply) ? reply.values.link : link;
  return (
    <Card>
      <PostForm action={action} reply={reply}>
        {goOnTo ? <input type="hidden" name="to" value={goOnTo} /> : null}
        {opened ? <input type="hidden" name="link" value={opened} /> : null}
        <Field name="email" label={t("signIn.email.label")} hint={t("signIn.email.hint")}>
          <TextInput type="email" autoComplete="email" autoCapitalize="off" spellCheck={false} defaultValue={email ?? ""} />
        </Field>
        <div>
          <Button>{t(submit)}</Button>
        </div>
      </PostForm>
    </Card>
  );
}

interface CodePageProps {
  action: "/sign-in" | "/desk/sign-in";
  shown: { email: string; to: string | null; inbox: string | null };
  reply?: unknown;
}

/** Asks for the mailed code, and offers a new one: the same page for champions and for staff. */
export function CodePage({ action, shown: { email, to, inbox }, reply }: CodePageProps) {
  const t = useT();
  return (
    <SiteLayout signIn={false}>
      <Page>
        <PageTitle lead={t("signIn.code.lead", { email })}>{t("signIn.code.title")}</PageTitle>
        <Card>
          <PostForm action={`${action}/code`} reply={reply}>
            <Field name="code" label={t("signIn.code.label")} hint={t("signIn.code.hint")}>
              <TextInput inputMode="numeric" autoComplete="one-time-code" maxLength={16} autoFocus />
            </Field>
            <div>
              <Button>{t("signIn.code.submit")}</Button>
            </div>
          </PostForm>
        </Card>
        <div className="flex flex-col gap-3">
          <p className="measure text-muted">{t("signIn.code.late")}</p>
          <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <PostForm action={action}>
              <input type="hidden" name="email" value={email} />
              {to ? <input type="hidden" name="to" value={to} /> : null}
              <Button variant="secondary">{t("signIn.code.again")}</Button>
            </PostForm>
            <Link to={action} className="link">
              {t("signIn.code.other")}
            </Link>
          </div>
        </div>
        <DemoNotice inbox={inbox} />
      </Page>
    </SiteLayout>
  );
}

/** Only while the sandbox runs: the short way in, and where the codes arrive. */
export function DemoNotice({ inbox }: { inbox: string | null }) {
  const t = useT();
  if (inbox === null) return null;
  return (
    <Notice title={t("signIn.demo.notice")}>
      <p className="flex flex-wrap gap-x-5 gap-y-1">
        <Link to="/demo/sign-in" className="link">
          {t("signIn.demo.people")}
        </Link>
        <a href={inbox} className="link" target="_blank" rel="noreferrer">
          {t("signIn.demo.inbox")}
        </a>
      </p>
    </Notice>
  );
}
