import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { requireStaff } from "~/http/actor.server";
import { countWhatWaits } from "~/journeys/count-what-waits.server";
import { DeskLayout } from "~/ui/layouts/DeskLayout";

export { ErrorPage as ErrorBoundary } from "~/ui/error-page";

/** The frame of the desk and of marketing's pages: any member of staff; each page asks for its own roles. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { roles, displayName } = await requireStaff(request);
  const decides = roles.some((role) => role !== "marketer");
  return { roles, staffName: displayName, waiting: decides ? await countWhatWaits() : {} };
}

export default function DeskFrame() {
  const { roles, staffName, waiting } = useLoaderData<typeof loader>();
  return (
    <DeskLayout roles={roles} staffName={staffName} waiting={waiting}>
      <Outlet />
    </DeskLayout>
  );
}
