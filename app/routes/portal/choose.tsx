import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { isMember } from "~/champions/champion";
import { requirePerson } from "~/http/actor.server";
import { localeOf } from "~/http/locale.server";
import { offerWords } from "~/http/offer-words.server";
import { listMemberships } from "~/journeys/list-memberships.server";
import { Card } from "~/ui/components/Card";
import { EmptyState } from "~/ui/components/EmptyState";
import { LinkButton } from "~/ui/components/LinkButton";
import { Page } from "~/ui/components/Page";
import { PageTitle } from "~/ui/components/PageTitle";
import { StatusPill } from "~/ui/components/StatusPill";
import { useT } from "~/ui/i18n";
import { MEMBERSHIP_TONES } from "~/ui/membership-tones";
import type { PageHandle } from "~/ui/page-handle";

/** Where a champion lands after signing in: their program, or a choice when there are several. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { personId } = await requirePerson(request);
  const memberships = (await listMemberships(personId)).filter(
    ({ status }) => isMember(status) || status === "applied",
  );
  const [only] = memberships;
  if (memberships.length === 1 && only) return redirect(`/portal/${only.program.slug}`);
  return {
    programs: memberships.map(({ program, company, status }) => ({
      slug: program.slug,
      status,
      copy: offerWords(program.version, company, localeOf(request)).copy,
    })),
  };
}

export const handle = { title: "portal.chooser.title" } satisfies PageHandle;

export default function ChooseProgram() {
  const t = useT();
  const { programs } = useLoaderData<typeof loader>();
  if (programs.length === 0) {
    return (
      <Page>
        <PageTitle>{t("portal.chooser.title")}</PageTitle>
        <EmptyState
          title={t("portal.chooser.none")}
          action={<LinkButton to="/">{t("portal.chooser.see")}</LinkButton>}
        >
          {t("portal.chooser.noneLead")}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page>
      <PageTitle lead={t("portal.chooser.lead")}>{t("portal.chooser.title")}</PageTitle>
      {programs.map(({ slug, status, copy }) => (
        <Card
          key={slug}
          title={
            <Link to={`/portal/${slug}`} className="link">
              {copy.title}
            </Link>
          }
          aside={<StatusPill tone={MEMBERSHIP_TONES[status]}>{t(`common.membership.${status}`)}</StatusPill>}
        >
          <p className="measure">{copy.promise}</p>
        </Card>
      ))}
    </Page>
  );
}
