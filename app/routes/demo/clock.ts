import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { moveTime, tellTime } from "~/journeys/move-time.server";
import { env, sandboxRuns } from "~/platform/env.server";
import { NotFoundError } from "~/platform/errors";
import { equalInConstantTime } from "~/platform/secrets.server";

/** The sandbox's door to the demo's time. Outside the demo this address does not exist. */
function requireSandbox(request: Request): void {
  const token = env().SANDBOX_TOKEN;
  const given = request.headers.get("authorization") ?? "";
  if (!sandboxRuns() || !token || !equalInConstantTime(given, `Bearer ${token}`)) throw new NotFoundError("page");
}

export async function loader({ request }: LoaderFunctionArgs) {
  requireSandbox(request);
  const { now, nextHoldEndAt } = await tellTime();
  return Response.json({ now, nextHoldEndAt });
}

export async function action({ request }: ActionFunctionArgs) {
  requireSandbox(request);
  const body: unknown = await request.json().catch(() => null);
  const advanceMs = typeof body === "object" && body !== null && "advanceMs" in body ? body.advanceMs : null;
  if (typeof advanceMs !== "number" || !(await moveTime(advanceMs))) {
    return Response.json({ error: "advanceMs must be a whole number of milliseconds, up to 400 days" }, { status: 400 });
  }
  const { now, nextHoldEndAt } = await tellTime();
  return Response.json({ now, nextHoldEndAt });
}
