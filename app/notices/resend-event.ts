import { z } from "zod";

/** What Vouch reads of a webhook of Resend; everything else in it is left alone. */
const eventData = z.object({
  email_id: z.string().max(200).optional(),
  to: z.array(z.string().max(320)).max(50).optional(),
  tags: z.record(z.string(), z.string()).optional(),
  bounce: z.object({ type: z.string().max(100).optional(), subType: z.string().max(100).optional() }).optional(),
  failed: z.object({ reason: z.string().max(100).optional() }).optional(),
  suppressed: z.object({ type: z.string().max(100).optional() }).optional(),
  /** Of `suppression.*`. */
  email: z.string().max(320).optional(),
});

export const resendEventSchema = z.object({
  type: z.string().min(1).max(100),
  created_at: z.string().max(40).transform((text, context) => {
    const at = new Date(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"));
    if (!Number.isNaN(at.getTime())) return at;
    context.addIssue({ code: "custom", message: "not a time" });
    return z.NEVER;
  }),
  data: eventData,
});

export type ResendEvent = z.output<typeof resendEventSchema>;

/** Events of a mail that say its address takes no more mail (I31); a full mailbox is no such thing. */
export function suppressionReason({ type, data }: ResendEvent): "bounce" | "complaint" | "provider" | null {
  if (type === "email.complained") return "complaint";
  if (type === "email.suppressed") return "provider";
  if (type !== "email.bounced") return null;
  const kind = data.bounce?.type?.toLowerCase();
  return kind === "transient" || kind === "undetermined" ? null : "bounce";
}

/** A word or two for the send log: codes of the provider, never its prose, which may hold the address. */
export function eventDetail({ data }: ResendEvent): string | null {
  const code = [data.bounce?.type, data.bounce?.subType, data.failed?.reason, data.suppressed?.type].filter(Boolean).join(" / ");
  return /^[\w /.-]{1,120}$/.test(code) ? code : null;
}

/** The subscription Vouch needs; opened and clicked feed the engagement of later. */
export const RESEND_EVENTS = [
  "email.sent", "email.delivered", "email.delivery_delayed", "email.bounced", "email.complained", "email.failed",
  "email.suppressed", "email.opened", "email.clicked", "suppression.added", "suppression.removed",
] as const;
