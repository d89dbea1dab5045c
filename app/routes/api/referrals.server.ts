import { z } from "zod";
import { listReferralsAfter, type ListedReferral } from "~/attribution/list-referrals-after.server";
import { defineEndpoint } from "~/http/api-endpoint";
import { EXAMPLE } from "~/http/api-example";
import { listOf, pageBody, pageQuery, wishOf } from "~/http/api-page";
import { idOf, nobody, reasons, time } from "~/http/api-shapes";
import { NotFoundError } from "~/platform/errors";

const referral = z
  .strictObject({
    id: idOf("ref"),
    programId: idOf("prg"),
    championId: idOf("chp"),
    linkId: idOf("lnk"),
    customer: z
      .strictObject({ id: idOf("cst"), externalId: z.string().nullable(), ...nobody })
      .nullable()
      .describe("The friend by your own number; null when only a payment is known"),
    organisationId: z.string().nullable(),
    boundAt: time,
    qualifyUntil: time.nullable().describe("Until when the first paid order must come"),
    stands: z.boolean().describe("False when facts heard of later took its ground"),
    reasons,
  })
  .meta({ id: "Referral" });

function shown({ voidReason, customer, boundAt, qualifyUntil, id, programId, championId, linkId, organisationId }: ListedReferral) {
  return {
    id, programId, championId, linkId, organisationId,
    customer: customer && { ...customer, name: null, email: null, avatar: null },
    boundAt: boundAt.toISOString(),
    qualifyUntil: qualifyUntil?.toISOString() ?? null,
    stands: voidReason === null,
    reasons: voidReason === null ? [] : [voidReason],
  };
}

const example = {
  id: EXAMPLE.referralId, programId: EXAMPLE.programId, championId: EXAMPLE.championId, linkId: EXAMPLE.linkId, organisationId: null,
  customer: { id: "cst_01kb2q7e5n8m3x6w9r4t1v2y7z", externalId: "customer-42", name: null, email: null, avatar: null },
  boundAt: "2026-11-02T10:15:00.000Z", qualifyUntil: "2027-11-02T10:15:00.000Z", stands: true, reasons: [],
};

export const listReferralsEndpoint = defineEndpoint({
  method: "GET",
  path: "/referrals",
  operationId: "listReferrals",
  group: "Results",
  scope: "read",
  summary: "List friends bound to champions",
  description: "A referral is a friend bound to the champion who recommended you, by your own numbers. The newest first.",
  query: z.strictObject({ ...pageQuery, programId: idOf("prg").optional(), championId: idOf("chp").optional(), linkId: idOf("lnk").optional() }),
  answer: listOf(referral),
  answers: { 200: "A page" },
  examples: [{ title: "The friends of a champion", query: { championId: EXAMPLE.championId }, answer: { data: [example], nextCursor: null } }],
  handle: async ({ query: { limit, cursor, ...filter } }) => ({ body: pageBody(await listReferralsAfter(filter, wishOf({ limit, cursor })), shown) }),
});

export const getReferralEndpoint = defineEndpoint({
  method: "GET",
  path: "/referrals/{id}",
  operationId: "getReferral",
  group: "Results",
  scope: "read",
  summary: "Get one referral",
  description: "Who brought whom, by ids and your own number, and until when a first order counts.",
  params: z.strictObject({ id: idOf("ref") }),
  answer: referral,
  answers: { 200: "The referral" },
  examples: [{ title: "A referral", params: { id: EXAMPLE.referralId }, answer: example }],
  handle: async ({ params: { id } }) => {
    const { rows: [row] } = await listReferralsAfter({ id }, wishOf({ limit: 1 }));
    if (!row) throw new NotFoundError("referral", { id });
    return { body: shown(row) };
  },
});
