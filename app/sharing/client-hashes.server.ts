import { createHmac } from "node:crypto";
import { isIPv4, isIPv6 } from "node:net";
import { keyFor } from "~/platform/secrets.server";

/** Keyed hashes of where a visit came from. The key is another one every day (UTC); the address itself is kept nowhere. */
export interface ClientHashes {
  network: string | null;
  agent: string | null;
}

/** @param ip the address of the visitor, as told by the proxies we trust */
export function clientHashes(ip: string | undefined, userAgent: string | undefined, at: Date): ClientHashes {
  const network = networkOf(ip ?? "");
  return {
    network: network && daysHash(`network:${network}`, at),
    agent: userAgent ? daysHash(`agent:${userAgent.slice(0, 1000)}`, at) : null,
  };
}

/** An IPv4 address whole, an IPv6 address by its /64, which is what one household has (R7). */
export function networkOf(ip: string): string | null {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1] ?? ip;
  if (isIPv4(mapped)) return mapped;
  const address = ip.split("%")[0] ?? "";
  if (!isIPv6(address)) return null;
  const [head = "", tail] = address.replace(/(\d+\.){3}\d+$/, "0:0").split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? [] : Array<string>(8 - before.length - after.length).fill("0");
  const groups = [...before, ...zeros, ...after].slice(0, 4);
  return groups.map((group) => parseInt(group, 16).toString(16)).join(":") + "::/64";
}

function daysHash(value: string, at: Date): string {
  const day = at.toISOString().slice(0, 10);
  const key = createHmac("sha256", keyFor("network-hash")).update(day).digest();
  return createHmac("sha256", key).update(value).digest("base64url").slice(0, 22);
}
