import { isFormReply } from "../form-reply";

/** The answer to one of several forms on a page: its `intent` says whose it is. */
export function replyTo<Reply>(reply: Reply, ...intents: string[]): Reply | undefined {
  if (!isFormReply(reply)) return undefined;
  const { intent } = reply.values;
  return typeof intent === "string" && intents.includes(intent) ? reply : undefined;
}
