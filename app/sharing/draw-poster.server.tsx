import { Document, Font, Page, Path, Rect, renderToBuffer, Svg, Text, View } from "@react-pdf/renderer";
import { ASSET_FONTS, drawable, SANS, SERIF } from "./asset-fonts.server";
import { assertDisclosed, type AssetLook, type AssetTexts } from "./asset-texts";
import { qrPath } from "./qr.server";

const INK = "#1d1b16";
const MUTED = "#5f594e";
const QR_POINTS = 230;

for (const { family, weight, file } of ASSET_FONTS) Font.register({ family, src: file, fontWeight: weight });
// A poster breaks lines between words only.
Font.registerHyphenationCallback((word) => [word]);

/** An A4 poster as PDF, to print and put up: name, offer, code, QR and disclosure. */
export function drawPoster(texts: AssetTexts, look: AssetLook & { locale: string }): Promise<Buffer> {
  assertDisclosed(texts);
  const qr = qrPath(look.url);
  const headline = drawable(texts.headline);
  const headlineSize = headline.length > 60 ? 34 : 42;
  return renderToBuffer(
    <Document title={`${drawable(texts.company)} ${texts.code}`} language={look.locale} producer="Vouch" creator="Vouch">
      <Page size="A4" style={{ backgroundColor: "#fbf8f3", color: INK, fontFamily: SANS, fontSize: 15, padding: 56 }}>
        <View style={{ flex: 1, justifyContent: "space-between", alignItems: "center", textAlign: "center" }}>
          <View style={{ alignItems: "center", gap: 22 }}>
            <Text style={{ fontSize: 17, fontWeight: 600, color: look.accent }}>{drawable(texts.company)}</Text>
            <Text style={{ fontFamily: SERIF, fontWeight: 600, fontSize: headlineSize, lineHeight: 1.2 }}>{headline}</Text>
            <Text style={{ fontSize: 19 }}>{drawable(texts.byline)}</Text>
          </View>
          <View style={{ alignItems: "center", gap: 14 }}>
            <Svg viewBox={`0 0 ${qr.size} ${qr.size}`} width={QR_POINTS} height={QR_POINTS}>
              <Rect x={0} y={0} width={qr.size} height={qr.size} fill="#ffffff" />
              <Path d={qr.path} fill={INK} />
            </Svg>
            <Text style={{ color: MUTED, maxWidth: 340 }}>{drawable(texts.scan)}</Text>
          </View>
          <View style={{ alignItems: "center", gap: 6, borderTopWidth: 1, borderTopColor: look.accent, paddingTop: 20, width: 380 }}>
            <Text style={{ color: MUTED }}>{drawable(texts.codeLabel)}</Text>
            <Text style={{ fontSize: texts.code.length > 14 ? 26 : 34, fontWeight: 600 }}>{texts.code}</Text>
          </View>
          <Text style={{ fontSize: 13, lineHeight: 1.45, maxWidth: 420 }}>{drawable(texts.disclosure)}</Text>
        </View>
      </Page>
    </Document>,
  );
}
