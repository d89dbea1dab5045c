import { renderAsync } from "@resvg/resvg-js";
import satori from "satori";
import { assetFontData, drawable, SANS, SERIF } from "./asset-fonts.server";
import { assertDisclosed, type AssetLook, type AssetTexts } from "./asset-texts";
import { qrPath } from "./qr.server";

const WIDTH = 1200;
const HEIGHT = 630;
const INK = "#1d1b16";
const MUTED = "#5f594e";

/** The social image: a PNG of 1200 x 630 with name, offer, code, QR and disclosure. */
export async function drawCard(texts: AssetTexts, look: AssetLook): Promise<Buffer> {
  assertDisclosed(texts);
  const fonts = assetFontData().map(({ family, weight, data }) => ({ name: family, weight, data }));
  const svg = await satori(<Card texts={texts} look={look} />, { width: WIDTH, height: HEIGHT, fonts });
  // Text is outlines by now; drawing happens on a thread of its own.
  const image = await renderAsync(svg, { font: { loadSystemFonts: false } });
  return image.asPng();
}

function Card({ texts, look }: { texts: AssetTexts; look: AssetLook }) {
  const qr = qrPath(look.url);
  const headline = drawable(texts.headline);
  return (
    <div
      style={{
        display: "flex", boxSizing: "border-box", width: WIDTH, height: HEIGHT, background: "#fbf8f3", color: INK, padding: "56px 64px", gap: 56,
        fontFamily: SANS.join(", "), borderBottom: `14px solid ${look.accent}`,
      }}
    >
      <div style={{ display: "flex", flexDirection: "column", flex: 1, justifyContent: "space-between" }}>
        <div style={{ display: "flex", flexDirection: "column", gap: 20 }}>
          <div style={{ fontSize: 28, fontWeight: 600, color: look.accent }}>{drawable(texts.company)}</div>
          <div style={{ fontFamily: SERIF.join(", "), fontWeight: 600, fontSize: headlineSize(headline), lineHeight: 1.12, textWrap: "balance" }}>
            {headline}
          </div>
          <div style={{ fontSize: 32 }}>{drawable(texts.byline)}</div>
        </div>
        <div style={{ fontSize: 24, lineHeight: 1.35, color: MUTED }}>{drawable(texts.disclosure)}</div>
      </div>
      <div style={{ display: "flex", flexDirection: "column", width: 300, alignItems: "center", justifyContent: "center", gap: 18 }}>
        <svg width="300" height="300" viewBox={`0 0 ${qr.size} ${qr.size}`} shapeRendering="crispEdges">
          <rect width={qr.size} height={qr.size} fill="#ffffff" />
          <path d={qr.path} fill={INK} />
        </svg>
        <div style={{ fontSize: 22, color: MUTED }}>{drawable(texts.codeLabel)}</div>
        <div style={{ fontSize: codeSize(texts.code), fontWeight: 600 }}>{texts.code}</div>
      </div>
    </div>
  );
}

function headlineSize(headline: string): number {
  return headline.length > 80 ? 46 : headline.length > 45 ? 56 : 66;
}

/** The longest code (20 signs) stays on one line of the column. */
function codeSize(code: string): number {
  return Math.min(40, Math.floor(460 / Math.max(1, code.length)));
}
