import { z } from "zod";
import { ApiRefusal } from "~/http/api-error.server";
import { EXAMPLE } from "~/http/api-example";
import { definePageEndpoint } from "~/http/page-endpoint";
import { consumeLimit } from "~/identity/consume-limit.server";
import { claimFromPage } from "~/journeys/claim-from-page.server";
import { held, tellsSomething } from "./browser-fields";

/** The tap on "claim" in the shop itself: answers what goes on to the checkout. */
export const claimEndpoint = definePageEndpoint({
  method: "POST",
  path: "/browser/claim",
  operationId: "claimOffer",
  summary: "Take the offer for your visitor",
  description: "The tap on your button. Hand it the token your visitor arrived with, or the code they typed; what comes back goes on to the checkout. `vouch.claim()` calls it.",
  input: z.strictObject(held).refine(tellsSomething, { message: "a token or a code is needed", path: ["code"] }),
  answer: z.strictObject({
    token: z.string().describe("For Stripe's `client_reference_id`, or the `clickId` of a lead or sale"),
    code: z.string().describe("What to fill in at the checkout"),
  }),
  answers: { 200: "Kept, once per visit" },
  refusals: { 404: ["no_offer"] },
  examples: [{ title: "With the token from the address", body: { token: EXAMPLE.clickToken }, answer: { token: EXAMPLE.clickToken, code: EXAMPLE.code } }],
  handle: async ({ token, code }, { network }) => {
    await consumeLimit("claim", network);
    const claimed = await claimFromPage({ token: token ?? null, code: code ?? null });
    if (!claimed) throw new ApiRefusal(404, "no_offer", "There is no offer behind this, or not now.");
    return claimed;
  },
});
