import { z } from "zod";
import { ApiRefusal } from "~/http/api-error.server";
import { EXAMPLE } from "~/http/api-example";
import { definePageEndpoint } from "~/http/page-endpoint";
import { preferredLocale } from "~/http/locale.server";
import { offerWords } from "~/http/offer-words.server";
import { showOffer } from "~/journeys/show-offer.server";
import { LOCALES } from "~/platform/locale";
import { translator } from "~/ui/i18n.server";
import { held, tellsSomething } from "./browser-fields";

/** Who recommends, what the friend gets and, always with it, what the champion gets (L4): for a banner in the shop. */
export const offerEndpoint = definePageEndpoint({
  method: "GET",
  path: "/browser/offer",
  operationId: "showOffer",
  summary: "Show who recommends you, and what a friend gets",
  description: "For a banner in your shop. Show `disclosure` with the others: it says that the champion gets something too. `vouch.offer()` calls it.",
  input: z
    .strictObject({ ...held, language: z.string().regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8}){0,3}$/).default("en").describe("As browsers write it: `nl-BE`") })
    .refine(tellsSomething, { message: "a token or a code is needed", path: ["code"] }),
  answer: z.strictObject({
    championName: z.string(),
    code: z.string(),
    headline: z.string(),
    offer: z.string().describe("What the friend gets, in a sentence"),
    disclosure: z.string().describe("What the champion gets, in a sentence that belongs with it"),
    language: z.enum(LOCALES).describe("Of these texts"),
  }),
  answers: { 200: "The offer" },
  refusals: { 404: ["no_offer"] },
  examples: [
    {
      title: "By code, in English",
      query: { code: EXAMPLE.code, language: "en" },
      answer: {
        championName: "Anna", code: EXAMPLE.code, headline: "Good coffee, recommended by a friend", offer: "You get €10.00 off your first order.",
        disclosure: "Anna gets something too when you buy: €10.00.", language: "en",
      },
    },
  ],
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
