import { BlockList } from "node:net";
import { clientHashes } from "~/sharing/client-hashes.server";

const OWN_MACHINE = new BlockList();
OWN_MACHINE.addSubnet("127.0.0.0", 8, "ipv4");
OWN_MACHINE.addAddress("::1", "ipv6");

/**
 * Where a visitor signs in from, as visits of links are kept too (R7, R39). Null where that says nothing: no address, or this
 * machine's own, from which everybody comes who comes through a proxy nobody told us of.
 */
export function seenFrom(request: Request, ip: string, now: Date) {
  if (OWN_MACHINE.check(ip) || OWN_MACHINE.check(ip, "ipv6")) return null;
  const { network, formerNetwork, agent } = clientHashes(ip, request.headers.get("user-agent") ?? undefined, now);
  return network ? { networkHash: network, formerNetworkHash: formerNetwork, agentHash: agent ?? "" } : null;
}
