import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { choiceCookie } from "~/http/cookies.server";
import { parseForm } from "~/http/form.server";
import { LANGUAGE_COOKIE } from "~/http/locale.server";
import { ownPath } from "~/http/own-path";
import { AppError } from "~/platform/errors";
import { LOCALES } from "~/platform/locale";

const schema = z.object({ language: z.enum(LOCALES), back: z.string().optional() });

/** Keeps the chosen language for a year and goes back to the page it was chosen on. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, schema);
  if (!form.ok) throw new AppError("bad_request", { message: "language form refused", status: 422 });
  return redirect(ownPath(form.value.back), {
    status: 303,
    headers: { "Set-Cookie": choiceCookie(LANGUAGE_COOKIE, form.value.language) },
  });
}

export const loader = () => redirect("/");
