import { z } from "zod";
import { apiAction, apiLoader } from "~/http/api.server";
import { clickToken, email, line, metadata, shopId } from "~/http/api-fields";
import { showTrackedLink } from "~/journeys/show-tracked-link.server";
import { trackLead } from "~/journeys/track-lead.server";

/** P2: Dub's call, with `organisationId` beside it (P3). Name and avatar are dropped (P9). */
const schema = z.strictObject({
  clickId: clickToken,
  eventName: line(255),
  customerExternalId: shopId,
  customerName: z.string().max(200).nullish(),
  customerEmail: email.nullish(),
  customerAvatar: z.string().max(2_000).nullish(),
  mode: z.enum(["async", "wait", "deferred"]).default("async"),
  eventQuantity: z.number().int().min(1).max(100).nullish(),
  metadata: metadata.nullish(),
  organisationId: shopId.nullish(),
});

export const loader = apiLoader;

export const action = apiAction({
  scope: "track",
  schema,
  handle: async (input) => {
    const lead = await trackLead({
      clickId: input.clickId,
      eventName: input.eventName,
      externalId: input.customerExternalId,
      email: input.customerEmail ?? null,
      organisationId: input.organisationId ?? null,
      mode: input.mode,
      rest: { eventQuantity: input.eventQuantity ?? 1, metadata: input.metadata ?? null },
    });
    return {
      body: {
        click: { id: lead.clickId ?? "" },
        link: lead.linkId ? await showTrackedLink(lead.linkId) : null,
        customer: { name: null, email: null, avatar: null, externalId: input.customerExternalId },
        attributed: lead.attributed,
        reasons: lead.reasons,
        duplicate: lead.duplicate,
      },
    };
  },
});
