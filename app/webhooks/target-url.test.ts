import { describe, expect, it } from "vitest";
import { refusalOfTarget } from "./target-url";

const live = (url: string) => refusalOfTarget(url, { loopback: false });
const demo = (url: string) => refusalOfTarget(url, { loopback: true });

describe("an address to listen at (P15)", () => {
  it.each(["https://shop.example.com/hooks", "https://shop.example.com:8443/a?b=c", "https://8.8.8.8/", "https://[2606:4700::1111]/", "https://xn--bcher-kva.example/"])(
    "%s may be one",
    (url) => expect([live(url), demo(url)]).toEqual([null, null]),
  );

  it.each([
    ["http://shop.example.com/", "notHttps"], ["ftp://shop.example.com/", "notAnAddress"], ["shop.example.com", "notAnAddress"], ["", "notAnAddress"],
    ["javascript:alert(1)", "notAnAddress"], ["https://shop.example.com/#part", "notAnAddress"], [`https://shop.example.com/${"a".repeat(2_000)}`, "notAnAddress"],
    ["https://me@shop.example.com/", "credentials"], ["https://me:word@shop.example.com/", "credentials"],
    ["https://intranet/", "notPublic"], ["https://10.0.0.1/", "notPublic"], ["https://169.254.169.254/latest", "notPublic"], ["https://[fd00::1]/", "notPublic"],
    ["https://[::ffff:10.0.0.1]/", "notPublic"], ["https://0/", "notPublic"], ["https://0xa9fea9fe/", "notPublic"],
  ])("%s may not: %s", (url, why) => expect([live(url), demo(url)]).toEqual([why, why]));

  it.each(["http://localhost:3003/hooks", "https://localhost/", "http://127.0.0.1:1/", "http://[::1]/", "http://shop.localhost/", "http://2130706433/"])(
    "%s may be one in the demo alone",
    (url) => expect([live(url) === null, demo(url)]).toEqual([false, null]),
  );
});
