import { z } from "zod";
import { MAX_CLAIMED } from "~/sharing/claimed-tokens";

const token = z.string().regex(/^[A-Za-z0-9_-]{1,200}$/, "is no token");
const code = z.string().trim().min(1).max(60);

/** What a page tells of its visitor: the token they arrived with, or a code they typed. */
export const held = {
  token: token.nullish().describe("From the address your visitor arrived with (`vouch=…`)"),
  code: code.nullish().describe("As your visitor typed it, or as the address had it; one of the two is needed"),
};

/** The tokens a page holds of one visitor, in the order they came (A5). */
export const tokens = z.array(token).min(1).max(MAX_CLAIMED);

/** @returns false when neither a token nor a code is told */
export const tellsSomething = (input: { token?: string | null; code?: string | null }) => Boolean(input.token ?? input.code);
