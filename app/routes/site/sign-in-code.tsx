import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { PageHandle } from "~/ui/page-handle";
import { askedForCode, SIGN_IN_HEADERS, signInByCode } from "./sign-in-flow.server";
import { CodePage } from "./sign-in-parts";

export const handle = { title: "signIn.code.title" } satisfies PageHandle;
export const headers = () => SIGN_IN_HEADERS;

export function loader({ request }: LoaderFunctionArgs) {
  return askedForCode(request, "portal");
}

export function action({ request, context }: ActionFunctionArgs) {
  return signInByCode({ request, context, area: "portal" });
}

export default function SignInCode() {
  return <CodePage action="/sign-in" shown={useLoaderData<typeof loader>()} reply={useActionData()} />;
}
