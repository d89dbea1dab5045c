import { redirect } from "@remix-run/node";
import QRCode from "qrcode";
import { z } from "zod";
import { parseForm } from "~/http/form.server";
import { sessionCookie } from "~/http/session.server";
import { beginTotp } from "~/identity/begin-totp.server";
import { oneLine } from "~/identity/identity-schema";
import { listFactors } from "~/identity/list-factors.server";
import { readPasskeyCreation } from "~/identity/passkey-schema";
import { setUpFactor, takeFactorAway } from "~/journeys/change-factor.server";
import type { ShownFactors } from "./factor-list";

const schema = z.object({
  intent: z.enum(["add-passkey", "remove-passkey", "start-totp", "confirm-totp", "remove-totp"]),
  id: z.string().max(40).optional(),
  label: oneLine(40).optional(),
  passkey: z.string().max(20_000).optional(),
  totp: z.string().max(20).optional(),
});

/** The factors of a member of staff as the page shows them; a waiting authenticator with its QR code. */
export async function shownFactors(personId: string): Promise<ShownFactors> {
  const { passkeys, totp } = await listFactors(personId);
  if (totp.state !== "waiting") return { passkeys, totp };
  // Dark dots on a light ground with a wide edge, in both themes: cameras need it.
  const svg = await QRCode.toString(totp.uri, { type: "svg", margin: 4, errorCorrectionLevel: "M" });
  const qr = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
  return { passkeys, totp: { state: "waiting", qr, secret: totp.secret.replace(/.{4}(?=.)/g, "$& ") } };
}

interface FactorFormInput {
  request: Request;
  secret: string;
  personId: string;
  /** Where to go after a factor was added, and after everything else. */
  added: string;
  otherwise: string;
}

/** Carries out one of the forms of the factor list. */
export async function changeFactors({ request, secret, personId, added, otherwise }: FactorFormInput) {
  const form = await parseForm(request, schema, { forget: ["totp", "passkey"] });
  if (!form.ok) return form.answer;
  const { intent, id, label, passkey, totp } = form.value;
  if (intent === "start-totp") {
    await beginTotp(personId);
    return redirect(otherwise, 303);
  }
  if (intent === "remove-passkey" || intent === "remove-totp") {
    const factor = intent === "remove-totp" ? { totp: true as const } : { passkeyId: id ?? "" };
    const outcome = await takeFactorAway({ sessionSecret: secret, factor });
    if (!outcome.removed && outcome.reason === "last_factor") {
      return form.refuse({ form: { key: "signIn.security.lastFactor" } });
    }
    return redirect(outcome.removed ? `${otherwise}?done=removed` : otherwise, 303);
  }
  const made = readPasskeyCreation(passkey);
  if (intent === "add-passkey" && !made) return form.refuse({ form: { key: "signIn.factor.passkeyFailed" } });
  const factor = made ? { passkey: made, label: label ?? "Passkey" } : { totp: totp ?? "" };
  const renewed = await setUpFactor({ sessionSecret: secret, factor });
  if (renewed) return redirect(added, { status: 303, headers: { "Set-Cookie": sessionCookie("desk", renewed) } });
  return intent === "confirm-totp"
    ? form.refuse({ fields: { totp: { key: "signIn.factor.totpWrong" } } })
    : form.refuse({ form: { key: "signIn.factor.passkeyFailed" } });
}
