import type { LoaderFunctionArgs } from "@remix-run/node";
import { requirePerson } from "~/http/actor.server";
import { consumeLimit } from "~/identity/consume-limit.server";
import { checkOwnCode } from "~/journeys/show-join.server";

/** Whether a code can be had, asked while it is typed. Changes nothing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { personId } = await requirePerson(request);
  await consumeLimit("code-check", personId);
  const typed = new URL(request.url).searchParams.get("code") ?? "";
  return Response.json(await checkOwnCode({ personId, slug: params.slug ?? "", typed }));
}
