import { z } from "zod";
import { ApiRefusal } from "~/http/api-error.server";
import { browserCall } from "~/http/browser-call.server";
import { presentTokens } from "~/sharing/present-tokens.server";
import { tokens } from "./browser-fields";

/**
 * Before a sign-up: keeps what the page holds under one name. A page cannot be believed about who signed up, so it
 * names nobody; the shop's server tells the name as `clickId` of its lead or sale.
 */
const call = browserCall({
  method: "POST",
  input: z.strictObject({ tokens }),
  handle: async (input) => {
    const kept = await presentTokens(input.tokens);
    if (!kept) throw new ApiRefusal(422, "token_invalid", "None of these tokens is ours.");
    return { reference: kept.reference, keptUntil: kept.keptUntil };
  },
});

export const loader = call;
export const action = call;
