import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { sessionSecret, signedOutHeaders } from "~/http/session.server";
import { endSessions } from "~/identity/end-sessions.server";

/** Ends whatever this browser is signed in to; the browser forgets the pages too, so "back" shows nothing. */
export async function action({ request }: ActionFunctionArgs) {
  await endSessions([sessionSecret(request, "portal"), sessionSecret(request, "desk")]);
  return redirect("/", { status: 303, headers: signedOutHeaders() });
}

/** A visit alone signs nobody out. */
export const loader = () => redirect("/");
