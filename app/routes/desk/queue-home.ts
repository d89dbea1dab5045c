import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "~/http/actor.server";

/** The desk's front door: the queue for those who work at it, the figures for those who read. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { roles } = await requireStaff(request);
  return redirect(roles.some((role) => role !== "marketer") ? "/desk/queue" : "/marketing");
}
