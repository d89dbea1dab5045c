import { describe, expect, test } from "vitest";
import { logoProblem, shopIsListed } from "./company";
import { companyFormSchema } from "./company-schema";

const typed = {
  name: "Blue Kettle",
  accent: "0F6B66",
  senderName: "Blue Kettle",
  senderEmail: " Hello@BlueKettle.example ",
  supportEmail: "help@bluekettle.example",
  postalAddress: "Theekade 1, Rotterdam",
  shopUrl: "https://shop.bluekettle.example/",
  allowedHosts: "Shop.BlueKettle.example\nhttps://www.bluekettle.example/, shop.bluekettle.example",
  defaultLocale: "nl",
};

function issues(change: object): string[] {
  const parsed = companyFormSchema.safeParse({ ...typed, ...change });
  return parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
}

test("what is typed is brought into one form", () => {
  expect(companyFormSchema.parse(typed)).toMatchObject({
    accent: "#0f6b66",
    senderEmail: "hello@bluekettle.example",
    allowedHosts: ["shop.bluekettle.example", "www.bluekettle.example"],
  });
});

describe("is refused", () => {
  test.each([
    ["a word for a colour", { accent: "green" }, "accent: settings.issue.colour"],
    ["an accent nobody can read", { accent: "#f2c94c" }, "accent: settings.issue.accentTooPale"],
    [
      "a line break in the sender's name",
      { senderName: "Blue\r\nBcc: all@example.com" },
      "senderName: settings.issue.headerText",
    ],
    [
      "an address in the sender's name",
      { senderName: "Blue <x@y.example>" },
      "senderName: settings.issue.headerText",
    ],
    ["a host with a path", { allowedHosts: "shop.example/path" }, "allowedHosts: settings.issue.host"],
    ["a wildcard", { allowedHosts: "*.example" }, "allowedHosts: settings.issue.host"],
  ])("%s", (_, change, issue) => expect(issues(change)).toEqual([issue]));

  test.each([
    { senderEmail: "nobody" },
    { senderEmail: "a@b.example\nBcc: c@d.example" },
    { shopUrl: "shop" },
    { defaultLocale: "de" },
    { name: " " },
  ])("%j", (change) => expect(issues(change)).toHaveLength(1));
});

test.each([
  ["https://shop.example/", ["shop.example"], true],
  ["https://www.shop.example/", ["shop.example"], false],
  ["http://shop.example/", ["shop.example"], false],
  ["http://localhost:4003/", ["localhost:4003"], true],
  ["javascript:alert(1)", ["shop.example"], false],
])("a shop at %s with the list %j", (shopUrl, allowedHosts, listed) =>
  expect(shopIsListed({ shopUrl, allowedHosts })).toBe(listed),
);

test("a logo of 50,000 pixels is refused by its header, without drawing it", () => {
  const header = (side: number) => {
    const png = Buffer.alloc(45);
    png.write("\u0089PNG\r\n\u001a\n", 0, "latin1");
    png.writeUInt32BE(13, 8);
    png.write("IHDR", 12, "latin1");
    png.writeUInt32BE(side, 16);
    png.writeUInt32BE(64, 20);
    png.write("IEND", 37, "latin1");
    return Uint8Array.from(png);
  };
  expect(logoProblem(header(50_000))).toBe("settings.issue.logoSize");
  expect(logoProblem(header(31))).toBe("settings.issue.logoSize");
  expect(logoProblem(header(64))).toBeNull();
});
