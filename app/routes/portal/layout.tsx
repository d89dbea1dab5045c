import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { isMember } from "~/champions/champion";
import { findChampion, findPerson } from "~/http/actor.server";
import { listMemberships } from "~/journeys/list-memberships.server";
import { getProgramBySlug } from "~/programs/get-program-by-slug.server";
import { ZoneProvider } from "~/ui/i18n";
import { DEFAULT_ZONE } from "~/ui/format";
import { PortalLayout } from "~/ui/layouts/PortalLayout";

export { ErrorPage as ErrorBoundary } from "~/ui/error-page";

/**
 * The frame of a champion's pages: in a program its zone and, for its members, its menu. The account stands in the menu
 * of the only program somebody is in; who is in several, or in none, gets the short menu there.
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const asked = params.slug ?? (await onlyProgramOf(request));
  if (!asked) return { slug: undefined, zone: DEFAULT_ZONE };
  const { slug, calendar } = await getProgramBySlug(asked);
  const champion = await findChampion(request, slug);
  return { slug: champion && isMember(champion.status) ? slug : undefined, zone: calendar.zone };
}

async function onlyProgramOf(request: Request): Promise<string | undefined> {
  const person = await findPerson(request);
  const memberships = person ? await listMemberships(person.personId) : [];
  const [only, ...others] = memberships.filter(({ status }) => isMember(status));
  return others.length === 0 ? only?.program.slug : undefined;
}

export default function PortalFrame() {
  const { slug, zone } = useLoaderData<typeof loader>();
  return (
    <ZoneProvider zone={zone}>
      <PortalLayout slug={slug}>
        <Outlet />
      </PortalLayout>
    </ZoneProvider>
  );
}
