import { LinkButton } from "~/ui/components/LinkButton";
import { Notice } from "~/ui/components/Notice";
import { PageTitle } from "~/ui/components/PageTitle";
import { useFormat, useT } from "~/ui/i18n";
import type { JoinShown } from "./join";

/** Where somebody stands with a program: about to join or to ask, waiting, told to wait, or outside. */
export function DoorNotice({ shown }: { shown: JoinShown }) {
  const t = useT();
  const format = useFormat();
  const { door, title, email, company } = shown;
  switch (door) {
    case "join":
      return <PageTitle lead={t("portal.join.lead", { email })}>{title}</PageTitle>;
    case "apply":
      return (
        <>
          <PageTitle lead={t("portal.join.applyLead", { email })}>{t("portal.join.applyTitle")}</PageTitle>
          {shown.policy === "customers" ? <Notice>{t("portal.join.notCustomer", { company: company.name })}</Notice> : null}
          <Refusal shown={shown} />
        </>
      );
    case "waiting":
      return (
        <>
          <PageTitle>{t("portal.join.waiting.title")}</PageTitle>
          {shown.answerBy ? (
            <Notice tone="waiting">{t("portal.join.waiting.body", { at: format.dateTime(shown.answerBy) })}</Notice>
          ) : null}
          <p>
            <LinkButton to="/portal" variant="secondary">
              {t("portal.account.programs")}
            </LinkButton>
          </p>
        </>
      );
    case "refused":
      return (
        <>
          <PageTitle>{t("portal.join.refused.title")}</PageTitle>
          <Refusal shown={shown} />
        </>
      );
    case "ended":
      return (
        <PageTitle lead={t("portal.join.ended.body", { email: company.supportEmail })}>{t("portal.join.ended.title")}</PageTitle>
      );
    case "invitation":
    case "closed":
    case "member":
      return (
        <>
          <PageTitle lead={door === "member" ? undefined : t(`portal.join.${door}.body`)}>
            {door === "member" ? title : t(`portal.join.${door}.title`)}
          </PageTitle>
          <p>
            <LinkButton to="/" variant="secondary">
              {t("portal.account.none.action")}
            </LinkButton>
          </p>
        </>
      );
  }
}

/** What was answered before, in the words of the person who answered, and from when one may ask again. */
function Refusal({ shown }: { shown: JoinShown }) {
  const t = useT();
  const format = useFormat();
  if (!shown.refusalReason) return null;
  return (
    <Notice>
      <p className="whitespace-pre-line">{shown.refusalReason}</p>
      {shown.mayReapplyAt ? (
        <p className="mt-2 font-semibold">
          {shown.door === "apply"
            ? t("portal.join.refused.now")
            : t("portal.join.refused.until", { date: format.dateTime(shown.mayReapplyAt) })}
        </p>
      ) : null}
    </Notice>
  );
}
