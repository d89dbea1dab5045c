import { readFileSync } from "node:fs";
import express, { Router, type Request, type Response } from "express";
import { totalOf } from "./basket";
import { newOrderNumber, writeOrders, type Order } from "./orders";
import { addVisit, writeRecommendation } from "./recommendation";
import { text } from "./texts";
import { accountOf, basketOf, field, keep, languageOf, ordersOf, recommendationOf, wayOf } from "./visit";
import { buyerOf, type VouchApi } from "./vouch-api";
import { Orders, Wiring } from "./way-pages";
import { readWay, type ShopKeys } from "./wiring";

interface WayParts {
  keys: ShopKeys;
  api: VouchApi;
  send: (req: Request, res: Response, title: string, body: React.ReactNode, status?: number, basketCount?: number) => void;
}

const PAGE_SCRIPT = readFileSync(new URL("./page.js", import.meta.url), "utf8");

/** What the ways besides Stripe need: the choice, orders on account, and what the page's script asks for. */
export function wayRoutes({ keys, api, send }: WayParts): Router {
  const router = Router();
  router.get("/page.js", (_req, res) => void res.type("text/javascript").send(PAGE_SCRIPT));

  router.get("/wiring", (req, res) => {
    const { secretKey, publishableKey } = keys.current;
    const ready = { stripe: true, server: secretKey !== "", browser: publishableKey !== "" && secretKey !== "" };
    send(req, res, text(languageOf(req), "wiring"), <Wiring language={languageOf(req)} way={wayOf(req)} ready={ready} />);
  });
  router.post("/wiring", (req, res) => {
    keep(res, "way", readWay(field(req, "way")), 30);
    res.redirect(303, "/wiring");
  });

  // From the page's own script: the claim that Vouch answered.
  router.post("/recommendation", (req, res) => {
    const visit = { vouch: field(req, "vouch"), code: field(req, "code") };
    keep(res, "recommendation", writeRecommendation(addVisit(recommendationOf(req), visit)), 30);
    res.status(204).end();
  });

  router.post("/consent", (req, res) => {
    if (field(req, "given") === "yes") keep(res, "consent", "granted", 30);
    else res.clearCookie("consent");
    res.status(204).end();
  });

  router.get("/orders", (req, res) => send(req, res, text(languageOf(req), "orders"), <Orders language={languageOf(req)} orders={ordersOf(req)} />));
  router.post("/invoice", (req, res, next) => void orderOnAccount(req, res, api).catch(next));
  router.post("/orders/return", (req, res, next) => void sendBack(req, res, api).catch(next));

  // The shop's settings, as an owner would paste them from Vouch's page for keys. No form of another site can send JSON.
  router.get("/_control/keys", (_req, res) => void res.json(keys.current));
  router.post("/_control/keys", express.json({ limit: "8kb" }), (req, res) => {
    if (!req.is("application/json")) return void res.status(415).end();
    res.status(keys.save(req.body) ? 204 : 400).end();
  });
  return router;
}

/** Stripe hears nothing of an order on account: the shop's server tells Vouch itself. */
async function orderOnAccount(req: Request, res: Response, api: VouchApi): Promise<void> {
  const email = accountOf(req);
  const amount = totalOf(basketOf(req));
  if (amount === 0) return res.redirect(303, "/basket");
  if (!email) return res.redirect(303, "/account");
  const number = newOrderNumber(new Date());
  const told = await api.sold(buyerOf(email), recommendationOf(req).tokens, { number, amount });
  const order: Order = { number, amount, state: told?.attributed ? "counted" : "kept" };
  keep(res, "orders", writeOrders([...ordersOf(req), order]), 30);
  res.clearCookie("basket");
  res.redirect(303, "/orders");
}

async function sendBack(req: Request, res: Response, api: VouchApi): Promise<void> {
  const number = field(req, "number");
  const orders = ordersOf(req);
  if (orders.some((order) => order.number === number && order.state !== "back")) {
    await api.cameBack(number);
    keep(res, "orders", writeOrders(orders.map((order) => (order.number === number ? { ...order, state: "back" } : order))), 30);
  }
  res.redirect(303, "/orders");
}
