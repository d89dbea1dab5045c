import type { LoaderFunctionArgs } from "@remix-run/node";
import { env } from "~/platform/env.server";
import { qrPng, qrSvg } from "~/sharing/qr.server";
import { referralUrl } from "~/sharing/share-channel";
import { translator } from "~/ui/i18n.server";
import { fileAnswer } from "./file-answer";
import { ownShareKit } from "./share-kit.server";

/** The QR code of a link as a file: `/qr.svg` or `/qr.png`. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { link, locale } = await ownShareKit(request, params.slug);
  const url = referralUrl(env().APP_URL, link.code, "qr");
  if (new URL(request.url).pathname.endsWith(".png")) {
    return fileAnswer(await qrPng(url), { type: "image/png", name: `${link.code}-qr.png` });
  }
  const title = translator(locale)("share.asset.qrTitle", { address: referralUrl(env().APP_URL, link.code) });
  return fileAnswer(qrSvg(url, title), { type: "image/svg+xml", name: `${link.code}-qr.svg` });
}
