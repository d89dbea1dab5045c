import { deflateSync, crc32 } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readImageHeader } from "./image-header";

const bytes = (...parts: (string | number[] | Uint8Array)[]) =>
  new Uint8Array(
    Buffer.concat(
      parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : Buffer.from(part))),
    ),
  );
const u32 = (n: number) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const u32le = (n: number) => u32(n).reverse();

function chunk(name: string, body: Uint8Array | number[]): Uint8Array {
  const named = bytes(name, body);
  return bytes(u32(body.length), named, u32(crc32(Buffer.from(named))));
}

function png(width: number, height: number): Uint8Array {
  const data = deflateSync(Buffer.alloc(16));
  return bytes(
    "\u0089PNG\r\n\u001a\n",
    chunk("IHDR", [...u32(width), ...u32(height), 8, 6, 0, 0, 0]),
    chunk("IDAT", data),
    chunk("IEND", []),
  );
}

function jpeg(width: number, height: number, { frame = 0xc0, filler = false } = {}): Uint8Array {
  const size = [8, height >> 8, height & 255, width >> 8, width & 255, 3];
  return bytes(
    [0xff, 0xd8],
    [0xff, 0xe0, 0, 16],
    "JFIF\u0000",
    Array<number>(9).fill(0),
    [0xff, 0xc4, 0, 4, 1, 2],
    filler ? [0xff] : [],
    [0xff, frame, 0, 17],
    size,
    Array<number>(9).fill(1),
    [0xff, 0xda, 0, 2, 1, 2, 3, 0xff, 0xd9],
  );
}

function webp(first: string, body: number[]): Uint8Array {
  const content = bytes(
    "WEBP",
    first,
    u32le(body.length),
    body,
    Array<number>(Math.max(0, 20 - body.length)).fill(0),
  );
  return bytes("RIFF", u32le(content.length), content);
}

const lossy = (w: number, h: number) =>
  webp("VP8 ", [0, 0, 0, 0x9d, 0x01, 0x2a, w & 255, w >> 8, h & 255, h >> 8]);
const lossless = (w: number, h: number) =>
  webp("VP8L", [0x2f, ...u32le(((w - 1) | ((h - 1) << 14)) >>> 0), 0]);
const extended = (w: number, h: number) =>
  webp("VP8X", [0, 0, 0, 0, ...u32le(w - 1).slice(0, 3), ...u32le(h - 1).slice(0, 3)]);

/** A red rectangle of 40 by 36 pixels as a browser encodes it (colour profiles taken out). */
const DRAWN = {
  png:
    "iVBORw0KGgoAAAANSUhEUgAAACgAAAAkCAYAAAD7PHgWAAAAaklEQVR4AezSwQkAIRBD0cVqtgj7x660gkDgXwS/4GkmIM+MNf99" +
    "8x3f5ccH0g9SUEEqQPN2UEEqQPN2UEEqQPN2UEEqQPN2UEEqQPOvdJA65byC2aabKNg55S0Fs003UbBzylsKZptucgAAAP//0MbN3AAAAAZJREFUAwDbpVcBGnkxeAAAAABJRU5ErkJggg==",
  jpeg:
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6j" +
    "q62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk" +
    "pKSkpKSkpKT/wAARCAAkACgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFgEBAQEAAAAAAAAAAAAAAAAAAAQF/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAwDAQACEQMRAD8AnAStUAAAAAAAAAAAAAAAB//Z",
  lossyWebp:
    "UklGRkYAAABXRUJQVlA4IDoAAABQAwCdASooACQAPxGIvVgsKSajo4gBgCIJZwDS6An82DstAAD+2ib+DZIpuR/2p+Vnu/PZ5heOgAAA",
  losslessWebp: "UklGRh4AAABXRUJQVlA4TBEAAAAvJ8AIAAdQniIXpf+BiOh/AAA=",
};

describe("a picture says itself what it is", () => {
  test.each(Object.entries(DRAWN))("drawn by a browser: %s", (kind, base64) => {
    const type = `image/${kind.replace(/^loss.*W/, "w")}`;
    expect(readImageHeader(Uint8Array.from(Buffer.from(base64, "base64")))).toEqual({
      type,
      width: 40,
      height: 36,
    });
  });

  test.each([
    ["png", png(640, 120), "image/png"],
    ["jpeg", jpeg(640, 120), "image/jpeg"],
    ["progressive jpeg", jpeg(640, 120, { frame: 0xc2 }), "image/jpeg"],
    ["jpeg with a fill byte", jpeg(640, 120, { filler: true }), "image/jpeg"],
    ["lossy webp", lossy(640, 120), "image/webp"],
    ["lossless webp", lossless(640, 120), "image/webp"],
    ["extended webp", extended(640, 120), "image/webp"],
  ])("%s", (_, file, type) => expect(readImageHeader(file)).toEqual({ type, width: 640, height: 120 }));

  test("sizes beyond 16 bits are read in full, so that a bomb is seen", () => {
    expect(readImageHeader(png(50_000, 70_000))).toMatchObject({ width: 50_000, height: 70_000 });
    expect(readImageHeader(extended(70_000, 66_000))).toMatchObject({ width: 70_000, height: 66_000 });
  });

  test("a picture inside a larger buffer is read from its own first byte", () => {
    const file = png(3, 4);
    const around = bytes([1, 2, 3], file);
    expect(readImageHeader(around.subarray(3))).toMatchObject({ width: 3, height: 4 });
  });
});

describe("is no picture", () => {
  test.each<[string, Uint8Array]>([
    ["nothing", bytes()],
    ["svg", bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ["gif", bytes("GIF89a\u0001\u0000\u0001\u0000")],
    ["html", bytes("<!doctype html><script>alert(1)</script>")],
    ["a png signature alone", bytes("\u0089PNG\r\n\u001a\n")],
    ["a png with a zip behind it", bytes(png(8, 8), "PK\u0003\u0004")],
    ["a png that is cut off", png(8, 8).subarray(0, -1)],
    ["a png without height", png(8, 0)],
    [
      "a png whose first chunk is another",
      bytes("\u0089PNG\r\n\u001a\n", chunk("IDAT", Array<number>(13).fill(0)), chunk("IEND", [])),
    ],
    ["a jpeg with a script behind it", bytes(jpeg(8, 8), "<script>")],
    ["a jpeg without a frame", bytes([0xff, 0xd8, 0xff, 0xda, 0, 2, 0, 0, 0, 0, 0, 0, 0xff, 0xd9])],
    ["a webp with a tail", bytes(lossy(8, 8), "tail")],
    ["a webp of an unknown kind", webp("ANIM", Array<number>(20).fill(0))],
    ["a wav", bytes("RIFF", u32le(30), "WAVE", Array<number>(26).fill(0))],
  ])("%s", (_, file) => expect(readImageHeader(file)).toBeNull());

  test("any bytes are answered without an exception", () => {
    const start = fc.constantFrom(
      bytes(),
      bytes("\u0089PNG\r\n\u001a\n"),
      bytes([0xff, 0xd8, 0xff]),
      bytes("RIFF\u0000\u0000\u0000\u0000WEBP"),
    );
    fc.assert(
      fc.property(
        start,
        fc.uint8Array({ maxLength: 80 }),
        (head, tail) => void readImageHeader(bytes(head, tail)),
      ),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(png(8, 8), jpeg(8, 8), lossy(8, 8)),
        fc.nat(),
        fc.nat(255),
        (file, at, value) => {
          const changed = Uint8Array.from(file);
          changed[at % file.length] = value;
          readImageHeader(changed);
        },
      ),
    );
  });
});
