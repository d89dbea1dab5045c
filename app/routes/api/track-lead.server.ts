import { z } from "zod";
import { defineEndpoint } from "~/http/api-endpoint";
import { EXAMPLE } from "~/http/api-example";
import { clickToken, email, line, metadata, shopId } from "~/http/api-fields";
import { nobody, reasons } from "~/http/api-shapes";
import { showTrackedLink } from "~/journeys/show-tracked-link.server";
import { trackLead } from "~/journeys/track-lead.server";

const dropped = "Taken for the sake of clients that send it, and dropped";

/** P2: Dub's call, with `organisationId` beside it (P3). Name and avatar are dropped (P9). */
const body = z.strictObject({
  clickId: clickToken.describe("The token from the landing address (`vouch=…`), or the name that a page got for several (`vouch.lead()`); empty when you told us of it before with mode `deferred`"),
  eventName: line(255).describe("What happened: “Sign up”. The same customer and event count once"),
  customerExternalId: shopId.describe("Your own number for this customer; letter for letter"),
  customerName: z.string().max(200).nullish().describe(dropped),
  customerEmail: email.nullish().describe("Only of somebody who signed up with you; kept as a keyed hash and its domain, never readable"),
  customerAvatar: z.string().nullish().describe(dropped),
  mode: z.enum(["async", "wait", "deferred"]).default("async").describe("`deferred` keeps the click for a sign-up that follows; the other two answer alike, after everything is kept"),
  eventQuantity: z.number().int().min(1).max(100).nullish(),
  metadata: metadata.nullish().describe("At most 10,000 characters; only compared when the same lead comes again"),
  organisationId: shopId.nullish().describe("The organisation that buys; only its first customer counts"),
});

const answer = z.strictObject({
  click: z.strictObject({ id: z.string() }),
  link: z
    .strictObject({
      id: z.string(), domain: z.string(), key: z.string(), shortLink: z.string(), url: z.string(), partnerId: z.string(),
      programId: z.string(), tenantId: z.null(), externalId: z.null(),
    })
    .nullable()
    .describe("The champion's link that brought the friend; `partnerId` is the champion"),
  customer: z.strictObject({ ...nobody, externalId: z.string() }),
  attributed: z.boolean().describe("Whether the friend is now bound to a champion"),
  reasons,
  duplicate: z.boolean().describe("Whether this lead was known; the answer is then the first one"),
});

export const trackLeadEndpoint = defineEndpoint({
  method: "POST",
  path: "/track/lead",
  operationId: "trackLead",
  group: "Tracking",
  scope: "track",
  summary: "Tell of a sign-up",
  description: "Binds a new customer to the champion who recommended you, when somebody did. Tell every sign-up: who came by themselves is answered with `attributed: false`.",
  body,
  answer,
  answers: { 200: "Kept" },
  refusals: { 409: ["idempotency_conflict"] },
  examples: [
    {
      title: "A friend signs up",
      body: { clickId: EXAMPLE.clickToken, eventName: "Sign up", customerExternalId: "customer-42", customerEmail: "joost@example.com" },
      answer: {
        click: { id: "clk_01kb2q7e5n8m3x6w9r4t1v2y7z" },
        link: {
          id: "lnk_01kb2q7e5n8m3x6w9r4t1v2y7z", domain: "champions.example.com", key: "ANNA-4821", shortLink: "https://champions.example.com/r/ANNA-4821",
          url: "https://shop.example.com/", partnerId: "chp_01kb2q7e5n8m3x6w9r4t1v2y7z", programId: "prg_01kb2q7e5n8m3x6w9r4t1v2y7z", tenantId: null, externalId: null,
        },
        customer: { name: null, email: null, avatar: null, externalId: "customer-42" },
        attributed: true,
        reasons: [],
        duplicate: false,
      },
    },
  ],
  handle: async ({ body: told }) => {
    const lead = await trackLead({
      clickId: told.clickId,
      eventName: told.eventName,
      externalId: told.customerExternalId,
      email: told.customerEmail ?? null,
      organisationId: told.organisationId ?? null,
      mode: told.mode,
      rest: { eventQuantity: told.eventQuantity ?? 1, metadata: told.metadata ?? null },
    });
    return {
      body: {
        click: { id: lead.clickId ?? "" },
        link: lead.linkId ? await showTrackedLink(lead.linkId) : null,
        customer: { name: null, email: null, avatar: null, externalId: told.customerExternalId },
        attributed: lead.attributed,
        reasons: lead.reasons,
        duplicate: lead.duplicate,
      },
    };
  },
});
