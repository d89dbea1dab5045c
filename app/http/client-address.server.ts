import type { IncomingMessage } from "node:http";
import { isIP, isIPv4 } from "node:net";

/**
 * The address a request really came from. With N trusted proxies the last N hops are ours: each of them wrote down its
 * caller at the right end of X-Forwarded-For, so the caller of the outermost one stands N-th from the right. A shorter
 * list did not pass all of them; then nothing in it can be believed and the socket's own address counts.
 */
export function clientAddress(request: Pick<IncomingMessage, "headers" | "socket">, hops: number): string {
  if (hops === 0) return socketAddress(request);
  const header = request.headers["x-forwarded-for"];
  // Proxies that add a second header of the same name mean the same list.
  const list = (Array.isArray(header) ? header.join(",") : (header ?? "")).split(",");
  return plainAddress(list.at(-hops) ?? "") ?? socketAddress(request);
}

const socketAddress = ({ socket }: Pick<IncomingMessage, "socket">) => plainAddress(socket.remoteAddress ?? "") ?? "0.0.0.0";

/** Who shares a limit: one IPv4 address, or the /64 an IPv6 household gets. */
export function networkOf(address: string): string {
  if (isIPv4(address)) return address;
  const [head = "", tail] = address.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill("0"), ...right].slice(0, 4);
  return `${groups.map((group) => (Number.parseInt(group, 16) || 0).toString(16)).join(":")}::/64`;
}

/** Without brackets, port, zone and the IPv4-in-IPv6 wrapping; null when it is no address. */
function plainAddress(text: string): string | null {
  let address = text.trim().toLowerCase();
  if (isIPv4(address)) return address;
  const bracketed = /^\[([0-9a-f:.]+)\](:\d+)?$/.exec(address);
  const withPort = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(address);
  address = (bracketed?.[1] ?? withPort?.[1] ?? address).replace(/%.*$/, "").replace(/^::ffff:(?=\d+\.)/, "");
  return isIP(address) === 0 ? null : address;
}
