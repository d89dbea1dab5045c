import type { ReactNode } from "react";
import type { MembershipOfPerson } from "~/journeys/show-person.server";
import { Table, type Column } from "~/ui/components/Table";
import { StatusPill } from "~/ui/components/StatusPill";
import { useFormat, useT } from "~/ui/i18n";
import { MEMBERSHIP_TONES } from "~/ui/membership-tones";
import { Goals } from "~/ui/programs/Goals";

type LinkRow = MembershipOfPerson["links"][number];

/** One membership at the desk: how it stands, which terms were accepted, and each link with its figures. */
export function PersonMembership({ membership, children }: { membership: MembershipOfPerson; children?: ReactNode }) {
  const t = useT();
  const format = useFormat();
  const { programSlug, status, displayName, joinedAt, termsNumber, termsAcceptedAt, links, goals, currency } = membership;
  const placeOf = ({ label, retiredAt }: LinkRow) => (
    <>
      {label ?? t("people.person.main")}
      {retiredAt ? <span className="text-muted"> ({t("people.person.away")})</span> : null}
    </>
  );
  const columns: Column<LinkRow>[] = [
    { key: "code", header: t("people.person.code"), rowHeader: true, cell: (link) => (
        <>
          <span className="font-mono">{link.code}</span>
          <span className="block font-normal sm:hidden">{placeOf(link)}</span>
        </>
      ) },
    { key: "label", header: t("people.person.label"), wideOnly: true, cell: placeOf },
    { key: "visits", header: t("people.person.visits"), numeric: true, cell: ({ figures }) => format.number(figures?.visits ?? 0) },
    { key: "claims", header: t("people.person.claims"), numeric: true, cell: ({ figures }) => format.number(figures?.claims ?? 0) },
  ];
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <strong>{programSlug}</strong>
        <StatusPill tone={MEMBERSHIP_TONES[status]}>{t(`common.membership.${status}`)}</StatusPill>
        <span>{displayName}</span>
        {joinedAt ? <span className="text-muted">{t("people.person.joined", { date: format.date(joinedAt) })}</span> : null}
        {termsNumber !== null && termsAcceptedAt ? (
          <span className="text-muted">
            {t("people.person.terms", { number: termsNumber, date: format.date(termsAcceptedAt) })}
          </span>
        ) : null}
      </p>
      {links.length > 0 ? (
        <Table
          caption={t("people.person.links", { program: programSlug })}
          hideCaption
          columns={columns}
          rows={links}
          rowKey={({ id }) => id}
          dense
        />
      ) : null}
      {goals.length > 0 ? (
        <div className="measure">
          <Goals goals={goals} currency={currency} />
        </div>
      ) : null}
      {children}
    </div>
  );
}
