import { isbot } from "isbot";
import { BoundedMap } from "~/platform/bounded-map";
import { channelOf, type Channel } from "./share-channel";

/** Why a visit is no click of a person (R18). `limit` is decided where the other visits are known. */
export type UncountedReason = "bot" | "prefetch" | "head" | "limit";

/** What is kept of a visit besides two expiring hashes: coarse on purpose. */
export interface Visit {
  uncountedBecause: UncountedReason | null;
  device: "phone" | "tablet" | "desktop" | "unknown";
  language: string;
  country: string;
  referrerHost: string | null;
  channel: Channel | null;
  /** The champion's own word for one use of the link (A5). */
  tag: string | null;
}

export interface VisitRequest {
  method: string;
  header: (name: string) => string | undefined;
  /** The `via` of the address, as given. */
  via: string | null;
  /** The `sub` of the address, as given. */
  sub?: string | null;
  /** Whether a proxy we trust wrote the country header. */
  behindProxy: boolean;
  ownHost: string;
}

/** Reads the coarse facts of a visit from its headers; any bytes in them are answered with "unknown". */
export function readVisit({ method, header, via, sub = null, behindProxy, ownHost }: VisitRequest): Visit {
  const { isBot, device } = readAgent(header("user-agent") ?? "");
  return {
    uncountedBecause: uncountedReason(method, isBot, header),
    device,
    language: /^[a-z]{2,3}(?![a-z])/i.exec(header("accept-language")?.trim() ?? "")?.[0].toLowerCase() ?? "unknown",
    country: (behindProxy && /^[A-Z]{2}$/.exec(header("cf-ipcountry") ?? "")?.[0]) || "unknown",
    referrerHost: foreignHost(header("referer"), ownHost),
    channel: channelOf(via),
    tag: tagOf(sub),
  };
}

/** A sub-tag as it may stand in an address; anything else is none (A5). */
function tagOf(text: string | null): string | null {
  return text && /^[A-Za-z0-9_-]{1,40}$/.test(text) ? text : null;
}

function uncountedReason(method: string, isBot: boolean, header: VisitRequest["header"]): UncountedReason | null {
  if (method !== "GET") return "head";
  if (AHEAD_HEADERS.some((name) => /prefetch|prerender|preview/i.test(header(name) ?? ""))) return "prefetch";
  return isBot ? "bot" : null;
}

const AHEAD_HEADERS = ["purpose", "sec-purpose", "x-purpose", "x-moz"];

interface Agent {
  isBot: boolean;
  device: Visit["device"];
}

/** Browsers are few and visits are many: what was found out about an agent is kept for the next visit. */
const agents = new BoundedMap<string, Agent>(2_000);
const AGENT_LENGTH_AT_MOST = 500;

function readAgent(agent: string): Agent {
  const met = agents.get(agent);
  if (met) return met;
  // Makers of link previews name themselves too; a browser that names itself not at all does not exist.
  const read = { isBot: agent === "" || isbot(agent), device: deviceOf(agent) };
  if (agent.length <= AGENT_LENGTH_AT_MOST) agents.set(agent, read);
  return read;
}

function deviceOf(agent: string): Visit["device"] {
  if (agent === "") return "unknown";
  if (/ipad|tablet|android(?!.*mobile)/i.test(agent)) return "tablet";
  return /mobi|iphone|ipod|android/i.test(agent) ? "phone" : "desktop";
}

function foreignHost(referrer: string | undefined, ownHost: string): string | null {
  if (!referrer || !URL.canParse(referrer)) return null;
  const { host, protocol } = new URL(referrer);
  const fromTheWeb = (protocol === "https:" || protocol === "http:") && host.length <= 253;
  return fromTheWeb && host !== ownHost ? host : null;
}
