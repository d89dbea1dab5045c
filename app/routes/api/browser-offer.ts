import { z } from "zod";
import { ApiRefusal } from "~/http/api-error.server";
import { browserCall } from "~/http/browser-call.server";
import { preferredLocale } from "~/http/locale.server";
import { offerWords } from "~/http/offer-words.server";
import { showOffer } from "~/journeys/show-offer.server";
import { translator } from "~/ui/i18n.server";
import { held, tellsSomething } from "./browser-fields";

/** Who recommends, what the friend gets and, always with it, what the champion gets (L4): for a banner in the shop. */
const call = browserCall({
  method: "GET",
  input: z
    .strictObject({ ...held, language: z.string().regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8}){0,3}$/).default("en") })
    .refine(tellsSomething, { message: "a token or a code is needed", path: ["code"] }),
  // As fresh as a page needs it; a visitor who looks around does not ask at every step.
  maxAgeSeconds: 60,
  handle: async ({ token, code, language }) => {
    const found = await showOffer({ token: token ?? null, code: code ?? null });
    if (!found) throw new ApiRefusal(404, "no_offer", "There is no offer behind this, or not now.");
    const { company, program, link, championName: name } = found;
    const locale = preferredLocale(language);
    const { copy, offer, least, reward } = offerWords(program.version, company, locale);
    const t = translator(locale);
    return {
      championName: name,
      code: link.currentCode,
      headline: copy.friendHeadline,
      offer: !offer
        ? t("share.landing.noOffer", { company: company.name })
        : least
          ? t("share.landing.offerFrom", { offer, least })
          : t("share.landing.offer", { offer }),
      disclosure: t("share.landing.disclosure", { name, reward }),
      language: locale,
    };
  },
});

export const loader = call;
export const action = call;
