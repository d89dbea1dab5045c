import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireDeskSession } from "~/http/actor.server";
import { parseForm } from "~/http/form.server";
import { startPasskeyCreation, startPasskeyProof } from "~/identity/start-passkey.server";
import { NotFoundError } from "~/platform/errors";

/** Gives the browser what it asks a device with: for making a passkey, or for proving one. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, z.object({ purpose: z.enum(["create", "prove"]) }));
  if (!form.ok) return form.answer;
  const { secret } = await requireDeskSession(request);
  const start = form.value.purpose === "create" ? startPasskeyCreation : startPasskeyProof;
  return Response.json(await start(secret));
}

export function loader(): never {
  throw new NotFoundError("page");
}
