import type { Request, Response } from "express";
import { readAccount } from "./account";
import { readBasket, type BasketLine } from "./basket";
import { readOrders, type Order } from "./orders";
import { addShared, readRecommendation, type Recommendation } from "./recommendation";
import type { Language } from "./texts";
import { readWay, type Way } from "./wiring";

/** What the shop knows of a visitor: their cookies, each read with care, for everybody can write what they like there. */

export function field(req: Request, name: string): string {
  const value: unknown = (req.body as Record<string, unknown> | undefined)?.[name];
  return typeof value === "string" ? value : "";
}

export function keep(res: Response, name: string, value: string, days: number): void {
  res.cookie(name, value, { httpOnly: true, sameSite: "lax", maxAge: days * 86_400_000, encode: String });
}

export const basketOf = (req: Request): BasketLine[] => readBasket(cookie(req, "basket"));
export const accountOf = (req: Request): string | null => readAccount(cookie(req, "account"));
export const recommendationOf = (req: Request): Recommendation =>
  addShared(readRecommendation(cookie(req, "recommendation")), cookie(req, "__Secure-vouch_ref"));
export const ordersOf = (req: Request): Order[] => readOrders(cookie(req, "orders"));
/** Whether this visitor agreed that Vouch's script keeps its tokens. */
export const consentOf = (req: Request): boolean => cookie(req, "consent") === "granted";
export const wayOf = (req: Request): Way => readWay(cookie(req, "way"));

export function languageOf(req: Request): Language {
  const chosen = cookie(req, "language");
  if (chosen === "nl" || chosen === "en") return chosen;
  return req.acceptsLanguages(["en", "nl"]) === "nl" ? "nl" : "en";
}

export function cookie(req: Request, name: string): string | undefined {
  const found = (req.headers.cookie ?? "").split(/; */).find((pair) => pair.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}
