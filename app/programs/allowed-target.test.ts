import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isAllowedTarget, normalisedHost } from "./allowed-target";

const company = {
  allowedHosts: [
    "shop.example",
    "www.shop.example",
    "xn--mnchen-3ya.example",
    "localhost:4003",
    "pay.shop.example:8443",
    "shop.vouch.localhost:4003",
  ],
};

const ALLOWED = [
  "https://shop.example",
  "https://shop.example/",
  "https://SHOP.Example/a",
  "https://shop.example:443/a",
  "https://www.shop.example/products/1?vouch=abc&x=%2F#top",
  "https://shop.example/a//b",
  "https://shop.example//other.example",
  "https://shop.example/?to=https://evil.example",
  "https://shop.example/@evil.example",
  "https://shop.example#@evil.example",
  "https://shop.example/a%2f..%2fb",
  "https://xn--mnchen-3ya.example/",
  "https://pay.shop.example:8443/basket",
  "http://localhost:4003/?c=token",
  "https://localhost:4003/",
  "http://shop.vouch.localhost:4003/",
];

const CONTROLS = [
  "\u0000",
  "\t",
  "\n",
  "\r",
  "\u000b",
  "\u000c",
  "\u001f",
  " ",
  "\u007f",
  "\u0085",
  "\u00a0",
  "\u2028",
  "\u2029",
  "\ufeff",
];
const SCHEMES = [
  "javascript",
  "JavaScript",
  "data",
  "vbscript",
  "file",
  "ftp",
  "blob",
  "about",
  "mailto",
  "tel",
  "ws",
  "wss",
  "intent",
  "view-source",
  "chrome",
  "jar",
  "filesystem",
  "x",
  "httpss",
  "HTTPS",
  "Https",
  "http",
];

// Apart by white space, as a browser might meet them in a query.
const WRITTEN = String.raw`
  / // /// /path shop.example www.shop.example/path ?c=1 # . .. https https: https:/ https://
  //shop.example ///shop.example /\shop.example \\shop.example \/shop.example /\evil.example //evil.example
  https:shop.example https:/shop.example https:///shop.example https:////shop.example https:\\shop.example
  https:/\shop.example https://evil.example https://evil.example/shop.example
  https://evil.example?shop.example https://evil.example#shop.example https://shop.example.evil.example
  https://evilshop.example https://evil-shop.example https://sub.shop.example https://shop.example.
  https://shop.example.. https://.shop.example https://shop..example https://example https://shop
  https://shop.exampl https://shop.examplee https://shop.example@evil.example
  https://shop.example:443@evil.example https://shop.example:pass@evil.example/ https://user@shop.example
  https://user:pass@shop.example https://@shop.example https://:@shop.example
  https://evil.example@shop.example@evil.example https://shop.example%40evil.example
  https://shop.example%2f@evil.example https://shop.example%2fevil.example
  https://shop.example%5cevil.example https://shop.example%5c@evil.example
  https://shop.example%00.evil.example https://shop.example%23.evil.example https://shop%2eexample
  https://%73hop.example https://evil.example%2f.shop.example https://evil.example%23.shop.example
  https://shop.example%09 https://shop.example\@evil.example https://shop.example\.evil.example
  https://evil.example\shop.example https://evil.example\@shop.example https://shop.example\
  https://shop.example/a\b https://shop.example?\ https://shop.example#\ https://shop.example:80/
  https://shop.example:8443/ https://shop.example:0/ https://shop.example:99999/ https://shop.example:
  https://shop.example:443:443/ https://shop.example:+443/ https://shop.example:0x1bb/
  https://pay.shop.example/ https://pay.shop.example:8444/ http://shop.example/ http://shop.example:443/
  http://www.shop.example http://localhost:4004/ http://localhost/ http://localhost:4003@evil.example/
  http://127.0.0.1:4003/ http://[::1]:4003/ http://localhost.evil.example:4003/ http://vouch.localhost:4003/ http://shop.vouch.localhost.evil.example:4003/
  http://shop.vouch.notlocalhost:4003/ http://shop.vouch.localhost:4004/ http://.localhost:4003/ http://0:4003/
  http://2130706433:4003/ http://0x7f.1:4003/ http://017700000001:4003/ http://127.1:4003/ https://[::1]/
  https://[::ffff:127.0.0.1]/ https://169.254.169.254/ https://0xa9.0xfe.0xa9.0xfe/
  https://münchen.example/ https://shop.exámple/ https://ѕhop.example/ https://shop.еxample/
  https://ｓｈｏｐ.example/ https://shop。example/ https://shop．example/ https://shop｡example/
  https://shop.example⁄@evil.example https://shop.example／evil.example https://shop.example＠evil.example
  https://shop.example＃.evil.example https://shop.example？.evil.example https://ⓢhop.example/
  https://xn--shp-7ka.example/ https://xn--shop.example/ https://shop_.example https://-shop.example
  https://*.shop.example https://shop.example,evil.example https://shop.example;evil.example
  https://shop.example&evil.example https://shop.example|evil.example https://[shop.example]/
  <https://shop.example> "https://shop.example" a
`;

const HOSTILE = [
  "",
  "https://shop.example https://evil.example",
  "https://sho\u00adp.example/",
  "https://sho\u200bp.example/",
  "https://shop.example\u202e/moc.live",
  `https://shop.example/${"a".repeat(2_048)}`,
  ...WRITTEN.trim().split(/\s+/),
  ...SCHEMES.map((scheme) => `${scheme}://shop.example/`),
  ...SCHEMES.slice(0, 19).map((scheme) => `${scheme}:alert(1)//shop.example`),
  ...CONTROLS.flatMap((c) => [
    `${c}https://shop.example/`,
    `https://shop.example${c}/`,
    `ht${c}tps://shop.example/`,
    `https:/${c}/shop.example/`,
    `https://shop.example/${c}`,
    `https://sho${c}p.example`,
  ]),
];

describe("redirect targets (ASVS 1.2.2)", () => {
  test.each(ALLOWED)("allows %s", (target) => expect(isAllowedTarget(company, target)).toBe(true));

  test(`refuses ${HOSTILE.length} hostile strings`, () => {
    expect(HOSTILE.length).toBeGreaterThan(200);
    expect(HOSTILE.filter((target) => isAllowedTarget(company, target))).toEqual([]);
  });

  test("without hosts of its own a company sends nobody anywhere", () => {
    expect(
      [...ALLOWED, ...HOSTILE].filter((target) => isAllowedTarget({ allowedHosts: [] }, target)),
    ).toEqual([]);
  });

  test.each(["https://2130706433:4003/", "https://0x7f.1:4003/", "https://127.1:4003/", "https://017700000001:4003/"])(
    "refuses %s, another way to write a listed host",
    (target) => expect(isAllowedTarget({ allowedHosts: ["127.0.0.1:4003"] }, target)).toBe(false),
  );

  test("whatever is let through leads a browser to a listed host", () => {
    const piece = fc.constantFrom(
      "https://",
      "http://",
      "shop.example",
      "localhost:4003",
      "evil.example",
      "/",
      "\\",
      "@",
      ":",
      "%2f",
      "?",
      "#",
      ".",
      "\t",
      ";",
      "a",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const target = pieces.join("");
        if (!isAllowedTarget(company, target)) return;
        expect(company.allowedHosts).toContain(new URL(target, "https://portal.example/p/x").host);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe("a typed host", () => {
  test.each([
    ["Shop.Example", "shop.example"],
    [" shop.example ", "shop.example"],
    ["https://shop.example/", "shop.example"],
    ["HTTPS://shop.example:443", "shop.example"],
    ["shop.example:8443", "shop.example:8443"],
    ["münchen.example", "xn--mnchen-3ya.example"],
    ["localhost:4003", "localhost:4003"],
    ["http://127.0.0.1:4003", "127.0.0.1:4003"],
  ])("%s becomes %s", (typed, host) => expect(normalisedHost(typed)).toBe(host));

  test.each([
    "",
    "shop",
    "*.shop.example",
    "shop.example/path",
    "shop.example?x",
    "user@shop.example",
    "shop example",
    "ftp://shop.example",
    "169.254.169.254",
    "0x7f000001",
    "-shop.example",
    "shop.example\\",
    "%73hop.example",
    "https://",
  ])("%s is no host", (typed) => {
    expect(normalisedHost(typed)).toBeNull();
  });

  test("what it answers is a target when it is listed", () => {
    for (const typed of ["Shop.Example", "münchen.example", "shop.example:8443"]) {
      const host = normalisedHost(typed)!;
      expect(isAllowedTarget({ allowedHosts: [host] }, `https://${host}/`)).toBe(true);
    }
  });
});
