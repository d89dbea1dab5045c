import { describe, expect, it } from "vitest";
import { reachOf } from "./public-address";

describe("where an address leads", () => {
  it.each(["8.8.8.8", "1.1.1.1", "172.15.0.1", "172.32.0.1", "100.128.0.1", "192.0.1.1", "2606:4700::1111", "2a00:1450::5", "::ffff:8.8.8.8"])(
    "%s is public",
    (address) => expect(reachOf(address)).toBe("public"),
  );

  it.each(["127.0.0.1", "127.255.255.254", "::1", "::ffff:127.0.0.1", "::ffff:7f00:1"])("%s is loopback", (address) =>
    expect(reachOf(address)).toBe("loopback"),
  );

  it.each([
    // Private, shared and local networks
    "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1", "169.254.169.254", "0.0.0.0", "0.1.2.3",
    "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1",
    // For many, for none, for books
    "224.0.0.1", "255.255.255.255", "240.0.0.1", "192.0.2.1", "198.51.100.1", "203.0.113.9", "198.18.0.1", "192.0.0.8",
    "ff02::1", "::", "2001:db8::1", "3fff::1", "100::1", "4000::1", "5f00::1",
    // IPv4 in other clothes
    "::ffff:10.0.0.1", "::ffff:169.254.169.254", "::ffff:0:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1",
    "2002:7f00:1::", "2001::1", "::7f00:2",
    // Not an address
    "", "localhost", "example.com", "1.2.3.4.5", "999.1.1.1",
  ])("%s is neither", (address) => expect(reachOf(address)).toBe("reserved"));
});
