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
  const literal = /^\[|^[\d.]+$/.test(hostname);
  const reach = literal ? reachOf(hostname.replace(/^\[|\]$/g, "")) : reachOfName(hostname);
  if (reach === "loopback" && loopback) return null;
  if (protocol !== "https:") return "notHttps";
  return reach === "public" ? null : "notPublic";
}

/** As far as a name alone tells: one without a dot is known inside a network only. */
function reachOfName(hostname: string): "public" | "loopback" | "reserved" {
  if (/(^|\.)localhost\.?$/.test(hostname)) return "loopback";
  return hostname.includes(".") ? "public" : "reserved";
}
