import type { ReactNode } from "react";
import type { MailDetail } from "~/notices/get-mail.server";
import { Card } from "~/ui/components/Card";
import { DateTime } from "~/ui/components/DateTime";
import { LinkButton } from "~/ui/components/LinkButton";
import { useT } from "~/ui/i18n";
import { MailStatusPill } from "./mail-status-pill";

/** To whom, when, how it stands and why. */
export function MailFacts({ mail }: { mail: MailDetail }) {
  const t = useT();
  const { to, status, reason, queuedAt, notBefore, sentAt, finalAt, locale, attempts, bundleId, carries } = mail;
  const why = (code: string) => {
    const key = `mail.reason.${code}`;
    return t.has(key) ? t(key) : t("mail.reason.other", { code });
  };
  const waits = status === "queued" && notBefore > queuedAt;
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-3">
        <MailStatusPill status={status} />
        {reason ? <span>{why(reason)}</span> : null}
        {carries.length > 0 ? <span>{t("mail.one.carries", { count: carries.length })}</span> : null}
      </div>
      {bundleId ? (
        <div className="flex flex-wrap items-center gap-3">
          <p className="measure">{t("mail.one.bundle")}</p>
          <LinkButton to={`/desk/mail/${bundleId}`} variant="secondary" size="small">
            {t("mail.one.openBundle")}
          </LinkButton>
        </div>
      ) : null}
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        <Fact name={t("mail.one.to")}>
          <span className="wrap-anywhere">
            {[to.firstName, to.email].filter(Boolean).join(" · ") || t("mail.log.forgotten")}
          </span>
        </Fact>
        <Fact name={t("mail.one.queued")}>
          <DateTime at={queuedAt} />
        </Fact>
        {waits ? (
          <Fact name={t("mail.one.waits")}>
            <DateTime at={notBefore} />
          </Fact>
        ) : null}
        {sentAt ? (
          <Fact name={t("mail.one.sent")}>
            <DateTime at={sentAt} />
          </Fact>
        ) : null}
        {finalAt ? (
          <Fact name={t("mail.one.ended")}>
            <DateTime at={finalAt} />
          </Fact>
        ) : null}
        <Fact name={t("mail.one.language")}>{t(locale === "nl" ? "common.language.nl" : "common.language.en")}</Fact>
        {attempts > 0 ? <Fact name={t("mail.one.tries")}>{attempts}</Fact> : null}
      </dl>
    </Card>
  );
}

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
