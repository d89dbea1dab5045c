import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { choiceCookie } from "~/http/cookies.server";
import { parseForm } from "~/http/form.server";
import { ownPath } from "~/http/own-path";
import { AppError } from "~/platform/errors";
import { THEME_COOKIE } from "~/http/theme.server";
import { THEMES } from "~/ui/theme";

const schema = z.object({ theme: z.enum(THEMES), back: z.string().optional() });

/** Keeps light or dark for a year ("system" follows the device again) and goes back to the page it was chosen on. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await parseForm(request, schema);
  if (!form.ok) throw new AppError("bad_request", { message: "theme form refused", status: 422 });
  return redirect(ownPath(form.value.back), {
    status: 303,
    headers: { "Set-Cookie": choiceCookie(THEME_COOKIE, form.value.theme) },
  });
}

export const loader = () => redirect("/");
