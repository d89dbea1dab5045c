import type { ReactNode, SVGProps } from "react";
import type { Product } from "./catalogue";

type Line = SVGProps<SVGPathElement>;

/** A drawing of a product, in its two colours. */
export function Picture({ product: { colours, picture } }: { product: Product }) {
  const [dark, light] = colours;
  const line: Line = { fill: "none", stroke: dark, strokeWidth: 3, strokeLinecap: "round", strokeLinejoin: "round" };
  return (
    <svg viewBox="0 0 120 80" role="presentation" aria-hidden="true">
      <rect width="120" height="80" fill={light} />
      {SHAPES[picture](dark, light, line)}
    </svg>
  );
}

const SHAPES: Record<Product["picture"], (dark: string, light: string, line: Line) => ReactNode> = {
  bag: (dark, light) => (
    <>
      <path d="M44 22h32l3 46a4 4 0 0 1-4 4H45a4 4 0 0 1-4-4z" fill={dark} />
      <path d="M44 22l4-10h24l4 10z" fill={dark} opacity="0.75" />
      <rect x="50" y="36" width="20" height="20" rx="3" fill={light} />
      <path d="M60 40c-5 4-5 8 0 12c5-4 5-8 0-12z" fill={dark} />
    </>
  ),
  mill: (dark, light, line) => (
    <>
      <rect x="44" y="40" width="32" height="30" rx="3" fill={dark} />
      <path d="M46 40c0-10 6-14 14-14s14 4 14 14z" fill={dark} opacity="0.75" />
      <path d="M60 26v-9h18" {...line} />
      <circle cx="80" cy="17" r="4" fill={dark} />
      <rect x="54" y="52" width="12" height="10" rx="1.5" fill={light} />
      <circle cx="60" cy="57" r="1.6" fill={dark} />
    </>
  ),
  jug: (dark, _light, line) => (
    <>
      <path d="M44 12h32L65 34h-10z" fill={dark} opacity="0.75" />
      <rect x="53" y="33" width="14" height="6" fill={dark} />
      <path d="M54 39h12l10 26a5 5 0 0 1-5 7H49a5 5 0 0 1-5-7z" {...line} />
      <path d="M49 56h22l4 10a3 3 0 0 1-3 4H48a3 3 0 0 1-3-4z" fill={dark} />
      <path d="M74 44h8v14" {...line} />
    </>
  ),
  cups: (dark, _light, line) => (
    <>
      {[22, 50, 78].map((x) => (
        <g key={x}>
          <path d={`M${x} 42h20l-2 18a5 5 0 0 1-5 4h-6a5 5 0 0 1-5-4z`} fill={dark} />
          <path d={`M${x + 10} 34c-3-4 3-5 0-9`} {...line} strokeWidth={2} />
        </g>
      ))}
    </>
  ),
  box: (dark, light) => (
    <>
      <path d="M32 34h56v34a4 4 0 0 1-4 4H36a4 4 0 0 1-4-4z" fill={dark} />
      <path d="M32 34l8-14h40l8 14z" fill={dark} opacity="0.75" />
      <path d="M60 44c-7 6-7 12 0 18c7-6 7-12 0-18z" fill={light} />
    </>
  ),
};
