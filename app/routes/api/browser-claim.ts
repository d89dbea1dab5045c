import { z } from "zod";
import { ApiRefusal } from "~/http/api-error.server";
import { browserCall } from "~/http/browser-call.server";
import { consumeLimit } from "~/identity/consume-limit.server";
import { claimFromPage } from "~/journeys/claim-from-page.server";
import { held, tellsSomething } from "./browser-fields";

/** The tap on "claim" in the shop itself: answers what goes on to the checkout. */
const call = browserCall({
  method: "POST",
  input: z.strictObject(held).refine(tellsSomething, { message: "a token or a code is needed", path: ["code"] }),
  handle: async ({ token, code }, { network }) => {
    await consumeLimit("claim", network);
    const claimed = await claimFromPage({ token: token ?? null, code: code ?? null });
    if (!claimed) throw new ApiRefusal(404, "no_offer", "There is no offer behind this, or not now.");
    return claimed;
  },
});

export const loader = call;
export const action = call;
