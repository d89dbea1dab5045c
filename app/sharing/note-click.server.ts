import { systemClock } from "~/platform/deps.server";
import { newId } from "~/platform/ids";
import type { Click } from "./click";
import { clientHashes } from "./client-hashes.server";
import type { Visit } from "./visit.server";

export interface ClickInput {
  link: { id: string; programId: string };
  visit: Visit;
  ip: string | undefined;
  userAgent: string | undefined;
}

/** A click as it happened, before anything is written; of the address only a keyed hash is left. */
export function noteClick({ link, visit, ip, userAgent }: ClickInput, clock = systemClock): Click {
  const occurredAt = clock.now();
  const hashes = clientHashes(ip, userAgent, occurredAt);
  return {
    id: newId("clk"),
    occurredAt,
    linkId: link.id,
    programId: link.programId,
    uncountedBecause: visit.uncountedBecause,
    device: visit.device,
    language: visit.language,
    country: visit.country,
    referrerHost: visit.referrerHost,
    channel: visit.channel,
    tag: visit.tag,
    networkHash: hashes.network,
    formerNetworkHash: hashes.formerNetwork,
    agentHash: hashes.agent,
  };
}
