import { z } from "zod";
import { defineEndpoint } from "~/http/api-endpoint";
import { EXAMPLE } from "~/http/api-example";
import { line } from "~/http/api-fields";
import { currencyCode, idOf, minorUnits, reasons } from "~/http/api-shapes";
import { validateCode } from "~/journeys/validate-code.server";
import type { Benefit } from "~/programs/benefit";

const answer = z.strictObject({
  code: z.string().describe("As the champion uses it now"),
  valid: z.boolean().describe("Whether a new customer may use it today"),
  reasons,
  championId: idOf("chp"),
  championName: z.string().describe("The first name that friends see"),
  linkId: idOf("lnk"),
  programId: idOf("prg"),
  friendOffer: z
    .strictObject({ kind: z.enum(["flat", "percent", "none"]), amount: minorUnits.nullable(), currency: currencyCode.nullable(), percent: z.number().nullable() })
    .describe("What a friend gets off the first order"),
});

export const validateCodeEndpoint = defineEndpoint({
  method: "GET",
  path: "/codes/{code}",
  operationId: "validateCode",
  group: "Links and codes",
  scope: "read",
  summary: "See whose code it is, and whether it is good",
  description: "In any spelling a person might type: case, blanks and look-alike letters do not matter, and old codes count. A code that nobody has is a 404.",
  params: z.strictObject({ code: line(80) }),
  answer,
  answers: { 200: "The code" },
  examples: [
    {
      title: "A code typed at the checkout",
      params: { code: EXAMPLE.code },
      answer: {
        code: EXAMPLE.code, valid: true, reasons: [], championId: EXAMPLE.championId, championName: "Anna", linkId: EXAMPLE.linkId,
        programId: EXAMPLE.programId, friendOffer: { kind: "flat", amount: 1_000, currency: "eur", percent: null },
      },
    },
  ],
  handle: async ({ params: { code: typed } }) => {
    const { reason, friendOffer, currency, ...code } = await validateCode(typed);
    return { body: { ...code, valid: reason === null, reasons: reason ? [reason] : [], friendOffer: offer(friendOffer, currency) } };
  },
});

function offer(benefit: Benefit, currency: string) {
  const nothing = { kind: benefit.kind, amount: null, currency: null, percent: null };
  if (benefit.kind === "flat") return { ...nothing, amount: Number(benefit.amountMinor), currency: currency.toLowerCase() };
  return benefit.kind === "percent" ? { ...nothing, percent: benefit.basisPoints / 100 } : nothing;
}
