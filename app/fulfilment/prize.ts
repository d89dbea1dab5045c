import { z } from "zod";
import { addressField } from "./gift";

/** What a champion sends to choose a prize; the key of the form makes it one order, however often it is sent. */
export const prizeWishSchema = z.object({ prize: z.string().min(1).max(40), key: z.string().regex(/^[0-9a-f-]{36}$/), address: addressField.optional() });

/** What somebody may say of a prize that is on its way, and why one is called off. */
export const noteField = z.string().trim().max(200);
export const reasonField = z.string().trim().min(2).max(300);
