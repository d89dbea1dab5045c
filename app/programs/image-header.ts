/** What a picture's own bytes say it is. */
export interface ImageHeader {
  type: "image/png" | "image/jpeg" | "image/webp";
  width: number;
  height: number;
}

type Size = Pick<ImageHeader, "width" | "height">;

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

/** PNG: the signature, IHDR as first chunk, chunks that follow each other up to IEND, and nothing behind it. */
function pngSize(view: DataView, bytes: Uint8Array): Size | null {
  let at = 8;
  let size: Size | null = null;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const name = ascii(bytes, at + 4, at + 8);
    if (at === 8) {
      if (name !== "IHDR" || length !== 13 || at + 25 > bytes.length) return null;
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    }
    at += 12 + length;
    if (name === "IEND") return at === bytes.length ? size : null;
  }
  return null;
}

/** JPEG: marker segments up to the frame header; the file ends with the end-of-image marker. */
function jpegSize(view: DataView, bytes: Uint8Array): Size | null {
  if (bytes.length < 4 || view.getUint16(bytes.length - 2) !== 0xffd9) return null;
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (marker === 0xda || marker === 0xd9) return null;
    // A fill byte stands alone; every other marker before the frame carries its length.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** WebP: a RIFF whose size is the file's, first chunk lossy (VP8), lossless (VP8L) or extended (VP8X). */
function webpSize(view: DataView, bytes: Uint8Array): Size | null {
  if (bytes.length < 30) return null;
  const riff = view.getUint32(4, true) + 8;
  // A chunk of odd length is followed by one padding byte, which some writers leave out of the count.
  if (riff !== bytes.length && riff + 1 !== bytes.length) return null;
  switch (ascii(bytes, 12, 16)) {
    case "VP8 ":
      if (ascii(bytes, 23, 26) !== "\u009d\u0001\u002a") return null;
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    case "VP8L": {
      if (bytes[20] !== 0x2f) return null;
      const packed = view.getUint32(21, true);
      return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
    }
    case "VP8X": {
      const three = (at: number) => view.getUint16(at, true) + (bytes[at + 2]! << 16);
      return { width: three(24) + 1, height: three(27) + 1 };
    }
    default:
      return null;
  }
}

/**
 * Reads type and size of a PNG, JPEG or WebP from its bytes, whatever name or type the upload claimed. A file with
 * something else hidden behind the picture is no picture here.
 */
export function readImageHeader(bytes: Uint8Array): ImageHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (ascii(bytes, 0, 8) === "\u0089PNG\r\n\u001a\n") return named("image/png", pngSize(view, bytes));
  if (ascii(bytes, 0, 3) === "\u00ff\u00d8\u00ff") return named("image/jpeg", jpegSize(view, bytes));
  if (ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP")
    return named("image/webp", webpSize(view, bytes));
  return null;
}

function named(type: ImageHeader["type"], size: Size | null): ImageHeader | null {
  return size && size.width > 0 && size.height > 0 ? { type, ...size } : null;
}
