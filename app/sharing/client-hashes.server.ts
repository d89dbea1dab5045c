import { createHmac } from "node:crypto";
import { isIPv4, isIPv6 } from "node:net";
import { BoundedMap } from "~/platform/bounded-map";
import { keyFor } from "~/platform/secrets.server";
import { signer } from "~/platform/signer.server";

/** Keyed hashes of where a visit came from (R39); the address itself is kept nowhere. */
export interface ClientHashes {
  network: string | null;
  /** Under the key before, as long as that one is still asked about; null after. */
  formerNetwork: string | null;
  agent: string | null;
}

const DAY_MS = 86_400_000;
/** R39: how long a key is used, and how long after that visits under it can still be compared with new ones. */
const KEY_DAYS = 90;
const FORMER_KEY_DAYS = 7;
/** More than any browser says of itself. */
const AGENT_LENGTH_AT_MOST = 500;

/** @param ip the address of the visitor, as told by the proxies we trust */
export function clientHashes(ip: string | undefined, userAgent: string | undefined, at: Date): ClientHashes {
  const network = networkOf(ip ?? "");
  const period = Math.floor(at.getTime() / DAY_MS / KEY_DAYS);
  const formerStays = at.getTime() < (period * KEY_DAYS + FORMER_KEY_DAYS) * DAY_MS;
  return {
    network: network && hashIn(period, `network:${network}`),
    formerNetwork: network && formerStays ? hashIn(period - 1, `network:${network}`) : null,
    agent: userAgent ? agentHash(period, userAgent.slice(0, AGENT_LENGTH_AT_MOST)) : null,
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

/** Browsers are few and visits are many: the hash of an agent is kept for the next visit. */
const agents = new BoundedMap<string, { period: number; hash: string }>(2_000);

function agentHash(period: number, agent: string): string {
  const met = agents.get(agent);
  if (met?.period === period) return met.hash;
  const hash = hashIn(period, `agent:${agent}`);
  agents.set(agent, { period, hash });
  return hash;
}

/** Every 90 days since 1970 have a key of their own, so that all processes change at the same moment. */
function hashIn(period: number, value: string): string {
  return signerOf(period)(value).slice(0, 22);
}

/** The keys of this period and the one before: the same for every visit. */
const signers = new BoundedMap<number, (text: string) => string>(4);

function signerOf(period: number): (text: string) => string {
  let sign = signers.get(period);
  if (!sign) {
    sign = signer(createHmac("sha256", keyFor("network-hash")).update(`period:${period}`).digest());
    signers.set(period, sign);
  }
  return sign;
}
