/** The words on poster and card, in one language, with every figure filled in. */
export interface AssetTexts {
  company: string;
  /** "Something for your first order at Boekhuis" */
  headline: string;
  /** "Recommended by Anna" */
  byline: string;
  /** "Your code" */
  codeLabel: string;
  code: string;
  /** What to do with the QR code. */
  scan: string;
  /** Says that the champion gets something too (L4). */
  disclosure: string;
}

/** What poster and card look like and lead to. */
export interface AssetLook {
  /** The company's accent on light paper, `#rrggbb`. */
  accent: string;
  /** The address in the QR code. */
  url: string;
}

/** @throws RangeError when there is no disclosure: such a poster cannot be made (L4) */
export function assertDisclosed({ disclosure }: AssetTexts): void {
  if (disclosure.trim() === "") throw new RangeError("poster and card need their disclosure");
}
