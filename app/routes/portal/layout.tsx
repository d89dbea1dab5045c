import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { isMember } from "~/champions/champion";
import { findChampion, findPerson } from "~/http/actor.server";
import { claimedTokens, forgetClaims } from "~/http/claim-cookie.server";
import { claimsArePresented } from "~/journeys/claims-are-presented.server";
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
  const frame = await frameOf(request, params.slug ?? (await onlyProgramOf(request)));
  return data(frame, (await claimsAreOver(request)) ? { headers: forgetClaims() } : undefined);
}

async function frameOf(request: Request, asked: string | undefined) {
  if (!asked) return { slug: undefined, zone: DEFAULT_ZONE };
  const { slug, calendar } = await getProgramBySlug(asked);
  const champion = await findChampion(request, slug);
  return { slug: champion && isMember(champion.status) ? slug : undefined, zone: calendar.zone };
}

/** Whether this browser carries claims that nothing waits for any more (A15). */
async function claimsAreOver(request: Request): Promise<boolean> {
  const tokens = claimedTokens(request);
  const person = tokens.length > 0 ? await findPerson(request) : null;
  return person !== null && (await claimsArePresented({ personId: person.personId, tokens }));
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
