import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { forgetClaims, rememberClaim } from "~/http/claim-cookie.server";
import { parseForm } from "~/http/form.server";
import { localeOf } from "~/http/locale.server";
import { networkKey } from "~/http/session.server";
import { consumeLimit } from "~/identity/consume-limit.server";
import { claimOffer } from "~/journeys/claim-offer.server";
import { isFormReply } from "~/ui/form-reply";
import { translator } from "~/ui/i18n.server";
import { landingData } from "./landing-data.server";
import { handle as landingHandle } from "./landing";
import { LandingPage } from "./LandingPage";

const schema = z.object({
  /** An address cut on the way still claims, with a fresh token. */
  c: z.string().max(2_000).optional(),
  show: z.literal("on").optional(),
  remember: z.literal("on").optional(),
  intent: z.literal("forget").optional(),
  initial: z.string().trim().regex(/^\p{L}$/u, "share.landing.oneLetter").optional(),
});

/** The tap on "claim": keeps it, sets the cookie where the program has one (A11), and goes to the shop. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { c, show, initial, remember, intent } = form.value;
  const code = params.code ?? "";
  const landing = `/l/${encodeURIComponent(code)}`;
  if (intent === "forget") {
    // Not to the landing page itself: at an affiliate's it might set the cookie again.
    return redirect(`${landing}/claim`, { status: 303, headers: forgetClaims() });
  }

  if (show && !initial) return form.refuse({ fields: { initial: { key: "share.landing.oneLetter" } } });
  await consumeLimit("claim", networkKey(context.clientAddress));
  const letter = show && initial ? initial.toUpperCase() : null;
  const t = translator(localeOf(request));
  const consentWords = remember ? (days: number) => t("cookie.landing.remember", { days }) : null;
  const offer = await claimOffer({ code, token: c ?? null, initial: letter, consentWords });
  if (!offer) return redirect(landing, 303);
  const headers = offer.cookie ? rememberClaim(request, offer.cookie, offer.cookie.sharedDomain) : undefined;
  return redirect(offer.shopUrl, { status: 303, headers });
}

/** The page around a form that came back; opened by itself it is the landing page again, and counts for nothing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const landing = await landingData(request, { code: params.code ?? "", token: null, mayCount: false });
  return data(landing, { status: landing ? 200 : 404 });
}

export const handle = landingHandle;

export default function Claim() {
  const reply = useActionData<typeof action>();
  const landing = useLoaderData<typeof loader>();
  const token = isFormReply(reply) && typeof reply.values.c === "string" ? reply.values.c : landing?.token;
  return <LandingPage landing={landing && { ...landing, token: token ?? landing.token }} reply={reply} />;
}
