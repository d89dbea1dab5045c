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
  /** The 231st period of 90 days since 1970 begins here. */
  const change = new Date(231 * 90 * 86_400_000);
  const after = (days: number, ms = 0) => new Date(change.getTime() + days * 86_400_000 + ms);
  const hashesAt = (at: Date) => clientHashes("2001:db8:1:2::1", "Firefox", at);

  it("is the same for one household during 90 days, and another from then on (R39)", () => {
    const one = hashesAt(change);
    expect(clientHashes("2001:db8:1:2::99", "Firefox", change)).toEqual(one);
    expect(hashesAt(after(90, -1))).toMatchObject({ network: one.network, agent: one.agent });
    expect(hashesAt(after(90)).network).not.toBe(one.network);
    expect(hashesAt(after(90)).agent).not.toBe(one.agent);
  });

  it("can be compared with visits under the key before for 7 days, and not after (R39)", () => {
    const before = hashesAt(after(0, -1)).network;
    expect(hashesAt(change).formerNetwork).toBe(before);
    expect(hashesAt(after(7, -1)).formerNetwork).toBe(before);
    expect(hashesAt(after(7)).formerNetwork).toBeNull();
  });

  it("shows neither address nor agent", () => {
    const { network, agent } = clientHashes("203.0.113.7", "Firefox", noon);
    expect(`${network}${agent}`).not.toMatch(/203|Firefox/);
    expect(clientHashes(undefined, undefined, noon)).toEqual({ network: null, formerNetwork: null, agent: null });
  });
});
