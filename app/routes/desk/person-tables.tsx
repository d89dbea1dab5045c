import { Link } from "@remix-run/react";
import type { SessionView } from "~/identity/list-sessions.server";
import type { RecommendationOfPerson } from "~/journeys/show-person.server";
import type { MailAbout } from "~/notices/list-mails-about.server";
import { DateTime } from "~/ui/components/DateTime";
import { Money } from "~/ui/components/Money";
import { Table, type Column } from "~/ui/components/Table";
import { useT } from "~/ui/i18n";

/** The orders and sign-ups a person's recommendations brought, with what each earned. */
export function RecommendationTable({ recommendations }: { recommendations: RecommendationOfPerson[] }) {
  const t = useT();
  const columns: Column<RecommendationOfPerson>[] = [
    { key: "order", header: t("people.person.recommended"), rowHeader: true, cell: ({ conversionId, occurredAt }) => (
        <Link to={`/desk/conversions/${conversionId}`} className="link">
          <DateTime at={occurredAt} show="day" />
        </Link>
      ) },
    {
      key: "reward",
      header: t("people.person.reward"),
      cell: ({ signUp, rewards }) =>
        rewards.length === 0
          ? t(signUp ? "people.person.signedUp" : "people.person.noReward")
          : rewards.map(({ id, status, dueMinor, currency }) => (
              <Link key={id} to={`/desk/rewards/${id}`} className="link mr-3">
                <Money amountMinor={dueMinor} currency={currency} /> {t(`desk.status.${status}`)}
              </Link>
            )),
    },
  ];
  return (
    <Table
      caption={t("people.person.recommendations")}
      hideCaption
      columns={columns}
      rows={recommendations}
      rowKey={({ conversionId }) => conversionId}
      dense
    />
  );
}

/** What was mailed to a person, and how far it came. */
export function MailTable({ mails }: { mails: MailAbout[] }) {
  const t = useT();
  const columns: Column<MailAbout>[] = [
    {
      key: "mail",
      header: t("people.person.mail"),
      rowHeader: true,
      cell: ({ id, template, queuedAt }) => (
        <>
          <Link to={`/desk/mail/${id}`} className="link">
            {t(`mail.template.${template}`)}
          </Link>
          <span className="block font-normal text-muted sm:hidden">
            <DateTime at={queuedAt} />
          </span>
        </>
      ),
    },
    { key: "queued", header: t("people.person.queued"), wideOnly: true, cell: ({ queuedAt }) => <DateTime at={queuedAt} /> },
    { key: "status", header: t("people.person.status"), cell: ({ status }) => t(`mail.status.${status}`) },
  ];
  return <Table caption={t("people.person.mails")} hideCaption columns={columns} rows={mails} rowKey={({ id }) => id} dense />;
}

/** From when to when a person was signed in. */
export function SessionTable({ sessions }: { sessions: SessionView[] }) {
  const t = useT();
  const columns: Column<SessionView>[] = [
    { key: "since", header: t("people.person.since"), rowHeader: true, cell: ({ createdAt }) => <DateTime at={createdAt} /> },
    { key: "area", header: t("people.person.where"), cell: ({ area }) => t(`people.person.area.${area}`) },
    { key: "seen", header: t("people.person.lastSeen"), wideOnly: true, cell: ({ lastSeenAt }) => <DateTime at={lastSeenAt} /> },
    { key: "state", header: t("people.person.status"), cell: ({ lives }) => t(lives ? "people.person.open" : "people.person.over") },
  ];
  return (
    <Table
      caption={t("people.person.sessions")}
      hideCaption
      columns={columns}
      rows={sessions}
      rowKey={({ area, createdAt }) => `${area}${createdAt.getTime()}`}
      dense
    />
  );
}
