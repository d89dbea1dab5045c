import { productOf, type Product } from "./catalogue";

export interface BasketLine {
  product: Product;
  quantity: number;
}

const MAX_QUANTITY = 20;

/** Reads the basket cookie ("sku*2.sku*1"); unknown products and odd amounts are left out. */
export function readBasket(cookie: string | undefined): BasketLine[] {
  const lines = new Map<string, BasketLine>();
  for (const part of (cookie ?? "").slice(0, 1_000).split(".")) {
    const [sku = "", amount = ""] = part.split("*");
    const product = productOf(sku);
    const quantity = Number(amount);
    if (!product || product.monthly || !Number.isInteger(quantity) || quantity < 1) continue;
    lines.set(sku, { product, quantity: Math.min(quantity, MAX_QUANTITY) });
  }
  return [...lines.values()];
}

export function writeBasket(lines: BasketLine[]): string {
  return lines.map(({ product, quantity }) => `${product.sku}*${quantity}`).join(".");
}

export function addToBasket(lines: BasketLine[], product: Product): BasketLine[] {
  const there = lines.find((line) => line.product.sku === product.sku);
  if (!there) return [...lines, { product, quantity: 1 }];
  return lines.map((line) =>
    line === there ? { product, quantity: Math.min(line.quantity + 1, MAX_QUANTITY) } : line,
  );
}

export function totalOf(lines: BasketLine[]): number {
  return lines.reduce((sum, { product, quantity }) => sum + product.amount * quantity, 0);
}
