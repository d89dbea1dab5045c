import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { parseForm } from "~/http/form.server";
import { confirmEmailChange } from "~/identity/confirm-email-change.server";
import { getEmailChange } from "~/identity/get-email-change.server";
import { useFormat, useT } from "~/ui/i18n";
import type { PageHandle } from "~/ui/page-handle";
import { EmailLinkPage } from "./email-change-parts";
import { SIGN_IN_HEADERS } from "./sign-in-flow.server";

export const handle = { title: "signIn.emailChange.confirm.title" } satisfies PageHandle;
export const headers = () => SIGN_IN_HEADERS;

export function loader({ params }: LoaderFunctionArgs) {
  return getEmailChange({ confirmToken: params.token ?? "" });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await parseForm(request, z.object({}));
  if (!form.ok) return form.answer;
  return { kind: "decided" as const, ...(await confirmEmailChange(params.token ?? "")) };
}

export default function ConfirmEmailChange() {
  const t = useT();
  const format = useFormat();
  const { standing, newEmail, effectiveAt } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const now = reply?.kind === "decided" ? reply.standing : standing;
  const at = format.fullDateTime(effectiveAt);
  return (
    <EmailLinkPage
      title={t("signIn.emailChange.confirm.title")}
      what={t("signIn.emailChange.confirm.what", { email: newEmail, at })}
      submit={t("signIn.emailChange.confirm.submit")}
      outcome={
        now === "unconfirmed"
          ? null
          : {
              tone: now === "confirmed" || now === "applied" ? "done" : "problem",
              text: t(`signIn.emailChange.standing.${now}`, { at }),
            }
      }
    />
  );
}
