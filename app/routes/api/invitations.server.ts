import { z } from "zod";
import { defineEndpoint } from "~/http/api-endpoint";
import { EXAMPLE } from "~/http/api-example";
import { line, shopId } from "~/http/api-fields";
import { idOf, time } from "~/http/api-shapes";
import { inviteByReference } from "~/journeys/invite-by-reference.server";
import { env } from "~/platform/env.server";

export const createInvitationEndpoint = defineEndpoint({
  method: "POST",
  path: "/invitations",
  operationId: "createInvitation",
  group: "Champions",
  scope: "write",
  summary: "Invite a customer to become a champion",
  description: "Gives a link that opens the program, whoever may join it otherwise. Hand it to your customer in your own mail or app: they read and accept the terms themselves, so nobody is made a champion by a call. The same `reference` gives the same link.",
  body: z.strictObject({
    programId: idOf("prg"),
    reference: shopId.describe("Your own number of this invitation"),
    label: line(80).describe("What staff see it under; the people who use it do not"),
    maxUses: z.number().int().min(1).max(1_000).default(1),
    days: z.number().int().min(1).max(365).default(30).describe("How long it is good"),
  }),
  answer: z.strictObject({
    id: idOf("inv"), programId: idOf("prg"), label: z.string(), url: z.string(), maxUses: z.number().int(), uses: z.number().int(), expiresAt: time,
    duplicate: z.boolean(),
  }),
  answers: { 201: "Made", 200: "It was there (`duplicate: true`)" },
  refusals: { 404: ["not_found"], 409: ["idempotency_conflict"] },
  examples: [
    {
      title: "One customer",
      body: { programId: EXAMPLE.programId, reference: "customer-7", label: "Thanks for your third order" },
      status: 201,
      answer: {
        id: "inv_01kb2q7e5n8m3x6w9r4t1v2y7z", programId: EXAMPLE.programId, label: "Thanks for your third order",
        url: "https://champions.example.com/p/friends?invite=oXq3…", maxUses: 1, uses: 0, expiresAt: "2026-12-27T09:00:00.000Z", duplicate: false,
      },
    },
  ],
  handle: async ({ body }, { by }) => {
    const { path, expiresAt, ...invitation } = await inviteByReference({ ...body, by });
    return {
      status: invitation.duplicate ? 200 : 201,
      body: { ...invitation, url: `${env().APP_URL}${path}`, expiresAt: expiresAt.toISOString() },
    };
  },
});
