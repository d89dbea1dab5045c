import { redirect } from "@remix-run/node";
import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import { claimedTokens } from "~/http/claim-cookie.server";
import { parseForm } from "~/http/form.server";
import { localeOf } from "~/http/locale.server";
import { ownPath } from "~/http/own-path";
import { browserSecret, keepBrowser, networkKey, sessionCookie, sessionSecret } from "~/http/session.server";
import { slowDown } from "~/http/slow-down.server";
import { seenFrom } from "~/http/seen-from.server";
import { systemClock } from "~/platform/deps.server";
import { findSignInRequest } from "~/identity/find-sign-in-request.server";
import { emailField } from "~/identity/identity-schema";
import { proveAddress, type ProveOutcome } from "~/identity/prove-address.server";
import type { Area } from "~/identity/session";
import { readTypedCode } from "~/identity/sign-in-code";
import { requestSignIn } from "~/journeys/request-sign-in.server";
import { env, sandboxRuns } from "~/platform/env.server";

interface Asked {
  request: Request;
  context: AppLoadContext;
  area: Area;
}

const HOME = { portal: "/portal", desk: "/desk" } as const;
const SIGN_IN = { portal: "/sign-in", desk: "/desk/sign-in" } as const;

/** Where to go after signing in: a page of ours that is not the sign-in itself. */
export function pageAfter(area: Area, to: unknown): string {
  const path = ownPath(to, HOME[area]);
  return path.startsWith(SIGN_IN[area]) ? HOME[area] : path;
}

/** The first step: mails a code and leads to the page for typing it. */
export async function askForCode({ request, context, area }: Asked) {
  const form = await parseForm(request, z.object({ email: emailField, to: z.string().optional(), link: z.string().max(100).optional() }));
  if (!form.ok) return form.answer;
  const { email, to, link } = form.value;
  const browser = keepBrowser(request);
  try {
    await requestSignIn({
      email,
      locale: localeOf(request),
      area,
      returnTo: to === undefined ? null : pageAfter(area, to),
      browserSecret: browser.secret,
      claimed: claimedTokens(request),
      openedLink: link ?? null,
      network: networkKey(context.clientAddress),
    });
  } catch (error) {
    return slowDown(form, "signIn.email.tooMany", error);
  }
  return redirect(`${SIGN_IN[area]}/code`, { status: 303, headers: { "Set-Cookie": browser.cookie } });
}

/** What the page for typing the code shows. @throws a redirect to the first step where nobody asked */
export async function askedForCode(request: Request, area: Area) {
  const asked = await findSignInRequest({ area, browserSecret: browserSecret(request) });
  if (!asked?.email) throw redirect(SIGN_IN[area]);
  return { email: asked.email, to: asked.returnTo, inbox: demoInbox() };
}

/** The second step: signs in with the typed code, or says why not. */
export async function signInByCode({ request, context, area }: Asked) {
  const form = await parseForm(request, z.object({ code: z.string() }), { forget: ["code"] });
  if (!form.ok) return form.answer;
  const code = readTypedCode(form.value.code);
  if (!code) return form.refuse({ fields: { code: { key: "signIn.code.shape" } } });
  try {
    const outcome = await prove({ request, context, area }, { code });
    if (outcome.signedIn) return goOn(outcome);
    if (outcome.reason !== "wrong_code") return form.refuse({ form: { key: `signIn.code.state.${outcome.reason}` } });
    const { triesLeft } = outcome;
    return form.refuse({ fields: { code: { key: "signIn.code.wrong", values: { triesLeft } } } });
  } catch (error) {
    return slowDown(form, "signIn.code.tooManyFirst", error);
  }
}

/** The other second step: signs in with the mailed link. */
export async function signInByLink({ request, context }: Omit<Asked, "area">, linkToken: string) {
  const form = await parseForm(request, z.object({}));
  if (!form.ok) return form.answer;
  try {
    const outcome = await prove({ request, context, area: "portal" }, { linkToken });
    return outcome.signedIn ? goOn(outcome) : form.refuse({ form: { key: `signIn.code.state.${outcome.reason}` } });
  } catch (error) {
    return slowDown(form, "signIn.code.tooManyFirst", error);
  }
}

function prove({ request, context, area }: Asked, proof: { code: string } | { linkToken: string }) {
  return proveAddress({
    area,
    proof,
    browserSecret: browserSecret(request),
    previous: { portal: sessionSecret(request, "portal"), desk: sessionSecret(request, "desk") },
    network: networkKey(context.clientAddress),
    seenFrom: seenFrom(request, context.clientAddress, systemClock.now()),
  });
}

/** At the desk the second proof comes first. */
function goOn({ area, secret, returnTo }: Extract<ProveOutcome, { signedIn: true }>) {
  const page = pageAfter(area, returnTo);
  const next = area === "desk" ? `/desk/sign-in/factor?to=${encodeURIComponent(page)}` : page;
  return redirect(next, { status: 303, headers: { "Set-Cookie": sessionCookie(area, secret) } });
}

/** What the demo shows beside its sign-in forms: where its mail arrives. */
export function demoInbox(): string | null {
  return sandboxRuns() ? (env().RESEND_BASE_URL ?? null) : null;
}

/** Pages with a code or a link send no address to anybody. */
export const SIGN_IN_HEADERS = { "Referrer-Policy": "no-referrer" };
