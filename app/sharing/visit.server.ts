import { isbot } from "isbot";
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
}

export interface VisitRequest {
  method: string;
  header: (name: string) => string | undefined;
  /** The `via` of the address, as given. */
  via: string | null;
  /** Whether a proxy we trust wrote the country header. */
  behindProxy: boolean;
  ownHost: string;
}

/** Reads the coarse facts of a visit from its headers; any bytes in them are answered with "unknown". */
export function readVisit({ method, header, via, behindProxy, ownHost }: VisitRequest): Visit {
  const agent = header("user-agent") ?? "";
  return {
    uncountedBecause: uncountedReason(method, agent, header),
    device: deviceOf(agent),
    language: /^[a-z]{2,3}(?![a-z])/i.exec(header("accept-language")?.trim() ?? "")?.[0].toLowerCase() ?? "unknown",
    country: (behindProxy && /^[A-Z]{2}$/.exec(header("cf-ipcountry") ?? "")?.[0]) || "unknown",
    referrerHost: foreignHost(header("referer"), ownHost),
    channel: channelOf(via),
  };
}

function uncountedReason(method: string, agent: string, header: VisitRequest["header"]): UncountedReason | null {
  if (method !== "GET") return "head";
  const purposes = ["purpose", "sec-purpose", "x-purpose", "x-moz"].map((name) => header(name) ?? "");
  if (purposes.some((purpose) => /prefetch|prerender|preview/i.test(purpose))) return "prefetch";
  // Makers of link previews name themselves too; a browser that names itself not at all does not exist.
  return agent === "" || isbot(agent) ? "bot" : null;
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
