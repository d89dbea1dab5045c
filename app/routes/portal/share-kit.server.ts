import { requireChampion } from "~/http/actor.server";
import { offerWords } from "~/http/offer-words.server";
import { assetLocale } from "~/http/share-assets.server";
import { getShareKit, type ShareKit } from "~/journeys/get-share-kit.server";
import { env } from "~/platform/env.server";
import type { Locale } from "~/platform/locale";
import { referralUrl, SHARE_CHANNELS } from "~/sharing/share-channel";
import type { KitTexts } from "~/sharing/share-text";
import { translator } from "~/ui/i18n.server";

/** The signed-in champion's share kit for the link and language of the address. */
export async function ownShareKit(request: Request, slug: string | undefined): Promise<ShareKit & { locale: Locale }> {
  const { championId } = await requireChampion(request, slug ?? "");
  const linkId = new URL(request.url).searchParams.get("link");
  return { ...(await getShareKit({ championId, linkId })), locale: assetLocale(request) };
}

/** Ready texts per channel, with the disclosure apart, since it cannot be changed (L4). */
export function kitTexts({ program, company, link }: ShareKit, locale: Locale): KitTexts {
  const t = translator(locale);
  const { copy, reward } = offerWords(program.version, company, locale);
  const hole = "\u2063";
  const [before = "", after = ""] = t("share.kit.wordsMail", { text: hole, code: link.code }).split(hole);
  const frames = SHARE_CHANNELS.map((channel) => {
    const url = referralUrl(env().APP_URL, link.code, channel);
    return [channel, channel === "mail" ? { before, after, url } : { before: "", after: "", url }];
  });
  return {
    words: copy.shareText,
    subject: t("share.kit.subject", { company: company.name }),
    disclosure: t("share.disclosure", { reward }),
    frames: Object.fromEntries(frames) as KitTexts["frames"],
  };
}
