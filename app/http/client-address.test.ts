import { describe, expect, it } from "vitest";
import { clientAddress, networkOf } from "./client-address.server";

const request = (remoteAddress: string | undefined, forwardedFor?: string | string[]) =>
  ({ headers: { "x-forwarded-for": forwardedFor }, socket: { remoteAddress } }) as never;

describe("the client's address", () => {
  it.each([
    ["believes no header without a proxy", 0, "9.9.9.9", "1.1.1.1", "9.9.9.9"],
    ["takes the last entry behind one proxy", 1, "10.0.0.1", "6.6.6.6, 1.1.1.1", "1.1.1.1"],
    ["takes the second from the right behind two", 2, "10.0.0.1", "6.6.6.6, 1.1.1.1, 10.0.0.2", "1.1.1.1"],
    ["believes nothing when a proxy was passed by", 2, "9.9.9.9", "1.1.1.1", "9.9.9.9"],
    ["believes nothing when the header is missing", 1, "9.9.9.9", undefined, "9.9.9.9"],
    ["takes no words for an address", 1, "9.9.9.9", "unknown", "9.9.9.9"],
    ["takes no address with a line break inside", 1, "9.9.9.9", "1.1.1.1\nx", "9.9.9.9"],
    ["reads IPv4 wrapped in IPv6", 0, "::ffff:1.2.3.4", undefined, "1.2.3.4"],
    ["drops a port", 1, "9.9.9.9", "1.2.3.4:5678", "1.2.3.4"],
    ["drops brackets and a port", 1, "9.9.9.9", "[2001:DB8::1]:443", "2001:db8::1"],
    ["joins repeated headers", 1, "9.9.9.9", ["6.6.6.6", "1.1.1.1"] as unknown as string, "1.1.1.1"],
  ])("%s", (_title, hops, socket, header, expected) => {
    expect(clientAddress(request(socket, header), hops)).toBe(expected);
  });

  it("still answers when the socket is already gone", () => {
    expect(clientAddress(request(undefined), 0)).toBe("0.0.0.0");
  });
});

describe("the network that shares a limit", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:0db8:0001:0002::9", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
  ])("%s -> %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
