import { reachOf } from "~/platform/public-address";

/** Why an address cannot be listened at, in the words of the message files (`webhooks.refused.…`). */
export type TargetRefusal = "notAnAddress" | "notHttps" | "credentials" | "notPublic";

const MAX_LENGTH = 2_000;

/**
 * Whether deliveries may go to this address as it is written (P15); where its name leads is looked at before each of them.
 * @param loopback whether this machine itself is allowed, over plain http too: in the demo only
 */
export function refusalOfTarget(text: string, { loopback }: { loopback: boolean }): TargetRefusal | null {
  if (text.length > MAX_LENGTH || !URL.canParse(text)) return "notAnAddress";
  const { protocol, hostname, username, password, hash } = new URL(text);
  if (protocol !== "https:" && protocol !== "http:") return "notAnAddress";
  if (username || password) return "credentials";
  if (hash) return "notAnAddress";
  const here = isThisMachine(hostname);
  if (here && loopback) return null;
  if (protocol !== "https:") return "notHttps";
  if (here || (isLiteral(hostname) && reachOf(bare(hostname)) !== "public") || !hostname.includes(".") && !isLiteral(hostname)) return "notPublic";
  return null;
}

const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, "");
const isLiteral = (hostname: string) => /^\[|^[\d.]+$/.test(hostname);
const isThisMachine = (hostname: string) => /(^|\.)localhost\.?$/.test(hostname) || (isLiteral(hostname) && reachOf(bare(hostname)) === "loopback");
