import QRCode from "qrcode";

/** A QR code as one SVG path in a square of `size` units, quiet zone included. */
export interface QrPath {
  size: number;
  path: string;
}

const QUIET_ZONE = 4;

/** Draws a QR code as a path, for pages, files and print: sharp at every size. */
export function qrPath(text: string): QrPath {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const rows = Array.from({ length: modules.size }, (_, y) => {
    let row = "";
    for (let x = 0; x < modules.size; x++) {
      let run = 0;
      while (x + run < modules.size && modules.get(y, x + run)) run++;
      if (run > 0) row += `M${x + QUIET_ZONE} ${y + QUIET_ZONE}h${run}v1h-${run}z`;
      x += run;
    }
    return row;
  });
  return { size: modules.size + 2 * QUIET_ZONE, path: rows.join("") };
}

/** A QR code as an SVG file: dark on white also in a dark theme, as scanners want it. */
export function qrSvg(text: string, title: string): string {
  const { size, path } = qrPath(text);
  const label = title.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="1024" height="1024" role="img" aria-label="${label}" shape-rendering="crispEdges">` +
    `<title>${label}</title><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#14130f"/></svg>`
  );
}

/** A QR code as a PNG file of 1024 pixels. */
export function qrPng(text: string): Promise<Buffer> {
  return QRCode.toBuffer(text, {
    type: "png",
    errorCorrectionLevel: "M",
    margin: QUIET_ZONE,
    width: 1024,
    color: { dark: "#14130fff", light: "#ffffffff" },
  });
}
