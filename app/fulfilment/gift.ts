import { z } from "zod";

/** Where a gift is, as champion and desk see it. */
export const GIFT_STATES = ["address_needed", "to_be_sent", "sent", "received"] as const;
export type GiftState = (typeof GIFT_STATES)[number];

interface GiftFacts {
  hasAddress: boolean;
  sentAt: Date | null;
  receivedAt: Date | null;
}

/** An address that was let go before anything was sent is asked for again. */
export function giftState({ hasAddress, sentAt, receivedAt }: GiftFacts): GiftState {
  if (receivedAt) return "received";
  if (sentAt) return "sent";
  return hasAddress ? "to_be_sent" : "address_needed";
}

/** The champion's own postal address, as they write it on a parcel. */
export const addressField = z
  .string()
  .trim()
  .min(10, "gift.issue.address")
  .max(400, "gift.issue.address")
  .refine((text) => text.split("\n").length >= 2, "gift.issue.lines");

/** What was sent, in a word or two, and the carrier's number where there is one. */
export const itemField = z.string().trim().min(2).max(120);
export const trackingField = z.string().trim().max(80);
