import ipaddr from "ipaddr.js";

const GLOBAL_UNICAST_V6 = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Where an address leads: `public` is the internet, `loopback` this machine, `reserved` anything else, such as private
 * and link-local networks, tunnels into IPv4 and what is not an address at all (P15). IPv4 inside IPv6 counts as IPv4.
 */
export function reachOf(address: string): "public" | "loopback" | "reserved" {
  if (!ipaddr.isValid(address) || address.includes("%")) return "reserved";
  const parsed = ipaddr.process(address);
  const range = parsed.range();
  if (range === "loopback") return "loopback";
  if (range !== "unicast") return "reserved";
  // What is not handed out today may be somebody's own network.
  return parsed instanceof ipaddr.IPv6 && !parsed.match(GLOBAL_UNICAST_V6) ? "reserved" : "public";
}
