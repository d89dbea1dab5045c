import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { parseForm } from "~/http/form.server";
import { cancelEmailChange } from "~/identity/cancel-email-change.server";
import { getEmailChange } from "~/identity/get-email-change.server";
import { useFormat, useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { EmailLinkPage } from "./email-change-parts";
import { SIGN_IN_HEADERS } from "./sign-in-flow.server";

export const handle = { title: "signIn.emailChange.cancel.title" } satisfies PageHandle;
export const headers = () => SIGN_IN_HEADERS;

export function loader({ params }: LoaderFunctionArgs) {
  return getEmailChange({ cancelToken: params.token ?? "" });
}

/** The page then shows how the change stands now. */
export async function action({ request, params }: ActionFunctionArgs) {
  const form = await parseForm(request, z.object({}));
  if (!form.ok) return form.answer;
  await cancelEmailChange({ token: params.token ?? "" });
  return null;
}

export default function CancelEmailChange() {
  const t = useT();
  const format = useFormat();
  const { standing, newEmail, effectiveAt } = useLoaderData<typeof loader>();
  const open = standing === "unconfirmed" || standing === "confirmed";
  const at = format.fullDateTime(effectiveAt);
  return (
    <EmailLinkPage
      title={t("signIn.emailChange.cancel.title")}
      what={t("signIn.emailChange.cancel.what", { email: newEmail, at })}
      submit={t("signIn.emailChange.cancel.submit")}
      outcome={
        open
          ? null
          : {
              tone: standing === "cancelled" ? "done" : "problem",
              text: t(`signIn.emailChange.standing.${standing}`, { at }),
            }
      }
    />
  );
}
