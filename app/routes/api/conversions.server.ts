import { z } from "zod";
import { CHECKS } from "~/attribution/attribution-trace";
import { listConversionsAfter, type ListedConversion } from "~/attribution/list-conversions-after.server";
import { defineEndpoint } from "~/http/api-endpoint";
import { EXAMPLE } from "~/http/api-example";
import { listOf, pageBody, pageQuery, wishOf } from "~/http/api-page";
import { currencyCode, idOf, minorUnits, reason, reasons, time } from "~/http/api-shapes";
import { NotFoundError } from "~/platform/errors";

const shape = {
  id: idOf("cnv"),
  type: z.enum(["sale", "lead"]),
  invoiceId: z.string().nullable().describe("Of a sale: your number of it, or the provider's"),
  amount: minorUnits.nullable().describe("Of a sale: what was paid, all in"),
  currency: currencyCode.nullable(),
  customerExternalId: z.string().nullable().describe("Of a lead: your own number for the customer"),
  eventName: z.string().nullable().describe("Of a lead: what you called it"),
  attributed: z.boolean(),
  reasons: reasons.describe("Why it is nobody's; empty when somebody brought it"),
  programId: idOf("prg").nullable(),
  championId: idOf("chp").nullable(),
  linkId: idOf("lnk").nullable(),
  referralId: idOf("ref").nullable(),
  occurredAt: time,
  decidedAt: time.describe("When it was last decided: late facts may change a decision until somebody acted on it"),
};

const step = z.strictObject({
  check: z.enum(CHECKS),
  rule: z.string().describe("The number of the rule it applies"),
  outcome: z.enum(["pass", "fail"]),
  touchId: z.string().nullable(),
  championId: z.string().nullable(),
  reason: reason.nullable(),
  compared: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).describe("What was compared"),
});

function shown(row: ListedConversion) {
  const { id, purchase, lead, outcome, reason: why, programId, championId, linkId, referralId, occurredAt, decidedAt } = row;
  return {
    id,
    type: purchase ? ("sale" as const) : ("lead" as const),
    invoiceId: purchase && purchase.key.replace(/^api:/, ""),
    amount: purchase && Number(purchase.paidMinor),
    currency: purchase && purchase.currency.toLowerCase(),
    customerExternalId: lead && lead.externalId,
    eventName: lead && lead.eventName,
    attributed: outcome === "attributed",
    reasons: why ? [why] : [],
    programId, championId, linkId, referralId,
    occurredAt: occurredAt.toISOString(),
    decidedAt: decidedAt.toISOString(),
  };
}

const example = {
  id: EXAMPLE.conversionId, type: "sale" as const, invoiceId: EXAMPLE.invoiceId, amount: 8_000, currency: "eur",
  customerExternalId: null, eventName: null, attributed: true, reasons: [],
  programId: EXAMPLE.programId, championId: EXAMPLE.championId, linkId: EXAMPLE.linkId, referralId: EXAMPLE.referralId,
  occurredAt: "2026-11-09T14:30:00.000Z", decidedAt: "2026-11-09T14:30:00.412Z",
};

export const listConversionsEndpoint = defineEndpoint({
  method: "GET",
  path: "/conversions",
  operationId: "listConversions",
  group: "Results",
  scope: "read",
  summary: "List sales and sign-ups and whose they are",
  description: "Every sale and every lead we know of, won by a champion or not, the newest first.",
  query: z.strictObject({
    ...pageQuery,
    type: z.enum(["sale", "lead"]).optional(),
    attributed: z.enum(["true", "false"]).optional(),
    programId: idOf("prg").optional(),
    championId: idOf("chp").optional(),
    referralId: idOf("ref").optional(),
  }),
  answer: listOf(z.strictObject(shape).meta({ id: "Conversion" })),
  answers: { 200: "A page" },
  examples: [{ title: "Sales that somebody brought", query: { type: "sale", attributed: "true", limit: "10" }, answer: { data: [example], nextCursor: null } }],
  handle: async ({ query: { limit, cursor, type, attributed, ...filter } }) => {
    const kind = type && (type === "lead" ? ("sign_up" as const) : type);
    const outcome = attributed === undefined ? undefined : attributed === "true" ? ("attributed" as const) : ("unattributed" as const);
    return { body: pageBody(await listConversionsAfter({ ...filter, kind, outcome }, wishOf({ limit, cursor })), shown) };
  },
});

export const getConversionEndpoint = defineEndpoint({
  method: "GET",
  path: "/conversions/{id}",
  operationId: "getConversion",
  group: "Results",
  scope: "read",
  summary: "Get one sale or sign-up with its trace",
  description: "The trace is every check in the order it was made: what was compared, how it came out, and by which rule. What is nobody's has one too.",
  params: z.strictObject({ id: idOf("cnv") }),
  answer: z.strictObject({ ...shape, trace: z.array(step) }),
  answers: { 200: "The sale or sign-up" },
  examples: [
    {
      title: "Why this champion?",
      params: { id: EXAMPLE.conversionId },
      answer: {
        ...example,
        trace: [
          {
            check: "touch_in_time", rule: "R4", outcome: "pass", touchId: "tch_01kb2q7e5n8m3x6w9r4t1v2y7z", championId: EXAMPLE.championId, reason: null,
            compared: { touchedAt: "2026-11-02T10:02:11.000Z", momentAt: "2026-11-09T14:30:00.000Z" },
          },
        ],
      },
    },
  ],
  handle: async ({ params: { id } }) => {
    const { rows: [row] } = await listConversionsAfter({ id }, wishOf({ limit: 1 }));
    if (!row) throw new NotFoundError("conversion", { id });
    return { body: { ...shown(row), trace: row.trace } };
  },
});
