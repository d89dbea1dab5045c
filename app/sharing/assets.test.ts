import { inflateSync } from "node:zlib";
import QRCode from "qrcode";
import { describe, expect, it } from "vitest";
import { drawable } from "./asset-fonts.server";
import { drawCard } from "./draw-card.server";
import { drawPoster } from "./draw-poster.server";
import { qrPath, qrPng, qrSvg } from "./qr.server";

const texts = {
  company: "Boekhuis Zoë & Co",
  headline: "Iets voor je eerste bestelling: € 10,00 korting",
  byline: "Aangeraden door Zoë",
  codeLabel: "Je code",
  code: "ZOE-LEEST",
  scan: "Scan met de camera van je telefoon",
  disclosure: "Zoë krijgt € 10,00 als je iets bestelt.",
};
const look = { accent: "#b8432b", url: "https://champions.test/r/ZOE-LEEST?via=poster", locale: "nl" };

describe("QR codes", () => {
  it("draws exactly the modules of the code", () => {
    const { modules } = QRCode.create(look.url, { errorCorrectionLevel: "M" });
    const { size, path } = qrPath(look.url);
    expect(size).toBe(modules.size + 8);
    const dark = new Set<string>();
    for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
      for (let i = 0; i < Number(run); i++) dark.add(`${Number(x) - 4 + i},${Number(y) - 4}`);
    }
    for (let y = 0; y < modules.size; y++) {
      for (let x = 0; x < modules.size; x++) expect(dark.has(`${x},${y}`)).toBe(modules.get(y, x) === 1);
    }
  });

  it("names itself and lets no text out of its place", () => {
    expect(qrSvg("https://x.test", `"><script>`)).toContain("<title>&#34;&#62;&#60;script&#62;</title>");
  });

  it("is a PNG of 1024 pixels", async () => {
    const png = await qrPng(look.url);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1024, 1024]);
  });
});

describe("the social image", () => {
  it("is a PNG of 1200 x 630", async () => {
    const png = await drawCard(texts, look);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png.length).toBeLessThan(300_000);
  });

  it("is not made without a disclosure (L4)", async () => {
    await expect(drawCard({ ...texts, disclosure: " " }, look)).rejects.toThrow(RangeError);
  });
});

describe("the poster", () => {
  it("is one A4 page with the fonts inside", async () => {
    const pdf = await drawPoster(texts, look);
    const body = pdf.toString("latin1");
    expect(body.slice(0, 5)).toBe("%PDF-");
    expect(body.match(/\/MediaBox \[0 0 595\.28\d* 841\.89\d*\]/g)).toHaveLength(1);
    // Each font used is there as a subset of its own; the path of the QR code is in the page.
    expect(new Set(body.match(/\/FontName \/[A-Z]{6}\+[\w-]+/g)).size).toBeGreaterThanOrEqual(2);
    const streams = [...body.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, bytes]) => Buffer.from(bytes!, "latin1"));
    const drawn = streams.map((bytes) => (bytes[0] === 0x78 ? inflateSync(bytes).toString("latin1") : "")).join("");
    expect(drawn.match(/ re\b| m\b/g)?.length).toBeGreaterThan(200);
  });

  it("is not made without a disclosure (L4)", () => {
    expect(() => drawPoster({ ...texts, disclosure: "" }, look)).toThrow(RangeError);
  });
});

describe("drawable", () => {
  it.each([
    ["Zoë Beyoncé naïef € 10", "Zoë Beyoncé naïef € 10"],
    ["Łukasz Šárka Őz", "Łukasz Šárka Őz"],
    ["Анна Άννα", "Анна Άννα"],
    ["Anna 🎉 漢字", "Anna"],
    ["é", "é"],
  ])("%s becomes %s", (text, drawn) => expect(drawable(text)).toBe(drawn));
});
