import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askedForCode, SIGN_IN_HEADERS, signInByCode } from "~/routes/site/sign-in-flow.server";
import { CodePage } from "~/routes/site/sign-in-parts";
import type { PageHandle } from "~/ui/page-handle";

export const handle = { title: "signIn.code.title" } satisfies PageHandle;
export const headers = () => SIGN_IN_HEADERS;

export function loader({ request }: LoaderFunctionArgs) {
  return askedForCode(request, "desk");
}

export function action({ request, context }: ActionFunctionArgs) {
  return signInByCode({ request, context, area: "desk" });
}

export default function DeskSignInCode() {
  return <CodePage action="/desk/sign-in" shown={useLoaderData<typeof loader>()} reply={useActionData()} />;
}
