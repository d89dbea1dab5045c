import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readCookie } from "~/http/cookies.server";
import { parseForm } from "~/http/form.server";
import { networkKey } from "~/http/session.server";
import { consumeLimit } from "~/identity/consume-limit.server";
import { claimOffer } from "~/journeys/claim-offer.server";
import { readClaimed, writeClaimed } from "~/sharing/claimed-tokens";
import { isFormReply } from "~/ui/form-reply";
import { landingData } from "./landing-data.server";
import { handle as landingHandle } from "./landing";
import { LandingPage } from "./LandingPage";

const CLAIM_COOKIE = "__Host-vouch_ref";

const schema = z.object({
  /** An address cut on the way still claims, with a fresh token. */
  c: z.string().max(2_000).optional(),
  show: z.literal("on").optional(),
  initial: z.string().trim().regex(/^\p{L}$/u, "share.landing.oneLetter").optional(),
});

/** The tap on "claim": keeps it, sets the cookie where the program has one (A11), and goes to the shop. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await parseForm(request, schema);
  if (!form.ok) return form.answer;
  const { c, show, initial } = form.value;
  if (show && !initial) return form.refuse({ fields: { initial: { key: "share.landing.oneLetter" } } });
  await consumeLimit("claim", networkKey(context.clientAddress));

  const code = params.code ?? "";
  const claimed = readClaimed(readCookie(request, CLAIM_COOKIE) ?? undefined);
  const letter = show && initial ? initial.toUpperCase() : null;
  const offer = await claimOffer({ code, token: c ?? null, initial: letter, claimed });
  if (!offer) return redirect(`/l/${encodeURIComponent(code)}`, 303);
  const headers = new Headers();
  if (offer.cookie) {
    const { tokens, maxAgeSeconds } = offer.cookie;
    const value = `${CLAIM_COOKIE}=${writeClaimed(tokens)}`;
    headers.append("Set-Cookie", `${value}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; Secure; SameSite=Lax`);
  }
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
