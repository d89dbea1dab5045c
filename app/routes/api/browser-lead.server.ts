import { z } from "zod";
import { ApiRefusal } from "~/http/api-error.server";
import { EXAMPLE } from "~/http/api-example";
import { time } from "~/http/api-shapes";
import { definePageEndpoint } from "~/http/page-endpoint";
import { presentTokens } from "~/sharing/present-tokens.server";
import { tokens } from "./browser-fields";

/**
 * Before a sign-up: keeps what the page holds under one name. A page cannot be believed about who signed up, so it
 * names nobody; the shop's server tells the name as `clickId` of its lead or sale.
 */
export const leadEndpoint = definePageEndpoint({
  method: "POST",
  path: "/browser/lead",
  operationId: "nameTokens",
  summary: "Keep your visitor's tokens under one name",
  description: "Before a sign-up: your server tells the name as `clickId` of its lead or sale, or hands it to Stripe as `client_reference_id`. A page cannot be believed about who signed up, so it names nobody. `vouch.lead()` calls it.",
  input: z.strictObject({ tokens: tokens.describe("In the order they came") }),
  answer: z.strictObject({ reference: z.string().describe("The name: `tkl_…`; the same tokens have the same one"), keptUntil: time }),
  answers: { 200: "Kept" },
  refusals: { 422: ["token_invalid"] },
  examples: [
    {
      title: "One token",
      body: { tokens: [EXAMPLE.clickToken] },
      answer: { reference: "tkl_5pH3mWqkV0d8sYb2Zr7Tn4LxJc9GfQeA6uIo1KhMwRE", keptUntil: "2027-02-25T14:30:00.000Z" },
    },
  ],
  handle: async (input) => {
    const kept = await presentTokens(input.tokens);
    if (!kept) throw new ApiRefusal(422, "token_invalid", "None of these tokens is ours.");
    return { reference: kept.reference, keptUntil: kept.keptUntil.toISOString() };
  },
});
