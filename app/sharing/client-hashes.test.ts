import { describe, expect, it } from "vitest";
import { clientHashes, networkOf } from "./client-hashes.server";

const noon = new Date("2026-11-02T12:00:00Z");

describe("networkOf", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::ffff", "2001:db8:1:2::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["2001:db8::", "2001:db8:0:0::/64"],
    ["64:ff9b::203.0.113.7", "64:ff9b:0:0::/64"],
    ["", null],
    ["localhost", null],
    ["999.1.1.1", null],
  ])("%s belongs to %s", (ip, network) => expect(networkOf(ip)).toBe(network));
});

describe("clientHashes", () => {
  it("is the same for one household on one day and another on the next", () => {
    const one = clientHashes("2001:db8:1:2::1", "Firefox", noon);
    expect(clientHashes("2001:db8:1:2::99", "Firefox", new Date("2026-11-02T23:59:59Z"))).toEqual(one);
    const tomorrow = clientHashes("2001:db8:1:2::1", "Firefox", new Date("2026-11-03T00:00:00Z"));
    expect(tomorrow.network).not.toBe(one.network);
    expect(tomorrow.agent).not.toBe(one.agent);
  });

  it("shows neither address nor agent", () => {
    const { network, agent } = clientHashes("203.0.113.7", "Firefox", noon);
    expect(`${network}${agent}`).not.toMatch(/203|Firefox/);
    expect(clientHashes(undefined, undefined, noon)).toEqual({ network: null, agent: null });
  });
});
