import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parse } from "node:url";
import express, { type Express, type NextFunction, type Request, type Response } from "express";
import Stripe from "stripe";
import { readAccount } from "./account";
import { addToBasket, writeBasket, type BasketLine } from "./basket";
import { productOf } from "./catalogue";
import { ShopCheckout, type Opened } from "./checkout";
import { HeardEvents } from "./heard-events";
import { hooksRoutes } from "./hooks-routes";
import { Account } from "./account-page";
import { Basket, Catalogue, page, Sentence, Thanks, type Notice, type PageScript } from "./pages";
import { addVisit, writeRecommendation, type Recommendation } from "./recommendation";
import { passRoutes } from "./pass";
import { STYLE } from "./style";
import { price, text, type Language, type TextKey } from "./texts";
import { accountOf, basketOf, consentOf, field, keep, languageOf, recommendationOf, wayOf } from "./visit";
import { buyerOf, VouchApi } from "./vouch-api";
import { wayRoutes } from "./way-routes";
import { ShopKeys } from "./wiring";

interface ShopOptions {
  port: number;
  vouchUrl: string;
  stripe: { key: string; base: string };
  /** Where the shop keeps the keys it got from Vouch; without one in memory alone. */
  keysFile?: string;
  /** Where it keeps what Vouch told it; likewise. */
  hooksFile?: string;
}

/** Starts the demo shop on loopback. */
export async function startShop(options: ShopOptions): Promise<{ url: string; close(): Promise<void> }> {
  const { protocol, hostname, port: stripePort } = new URL(options.stripe.base);
  const stripe = new Stripe(options.stripe.key, {
    host: hostname,
    port: Number(stripePort),
    protocol: protocol === "https:" ? "https" : "http",
  });
  const app = express();
  const server = createServer((req, res) => {
    if (!isReadable(req.url ?? "")) req.url = UNREADABLE;
    app(req, res);
  }).listen(options.port, "127.0.0.1");
  await once(server, "listening");
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const checkout = new ShopCheckout(stripe, url);
  await checkout.prepareCatalogue();
  const keys = new ShopKeys(options.keysFile ?? null);
  const api = new VouchApi(options.vouchUrl, () => keys.current.secretKey);
  const heard = new HeardEvents(options.hooksFile ?? null);
  addRoutes(app, { checkout, keys, api, heard, vouchUrl: options.vouchUrl, shopUrl: url });
  return {
    url,
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await heard.close();
    },
  };
}

const UNREADABLE = "/_unreadable";

/** Whether express can read a request line; of what it cannot, such as `http://[`, it would say so in words of its own. */
function isReadable(target: string): boolean {
  try {
    parse(target);
    return true;
  } catch {
    return false;
  }
}

interface Parts {
  checkout: ShopCheckout;
  keys: ShopKeys;
  api: VouchApi;
  heard: HeardEvents;
  vouchUrl: string;
  shopUrl: string;
}

function addRoutes(app: Express, { checkout, keys, api, heard, vouchUrl, shopUrl }: Parts): void {
  const contentPolicy = `default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self' ${vouchUrl}; connect-src 'self' ${vouchUrl}; base-uri 'none'`;
  app.disable("x-powered-by");
  app.use(express.urlencoded({ extended: false, limit: "8kb" }));
  app.use((req, res, next) => {
    const site = req.headers["sec-fetch-site"];
    if (req.method === "POST" && site && site !== "same-origin") return void res.status(403).end();
    res.set({ "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "Content-Security-Policy": contentPolicy });
    const script: PageScript = { src: `${vouchUrl}/vouch.js`, key: keys.current.publishableKey, consent: consentOf(req) };
    res.locals.script = wayOf(req) === "browser" ? script : null;
    next();
  });
  app.get("/shop.css", (_req, res) => void res.type("css").send(STYLE));

  app.get("/", (req, res) => {
    // A friend arrives with a token and a code: keep both, then show a clean address. Where Vouch's script is wired, it
    // reads the address itself.
    if (wayOf(req) !== "browser" && ("vouch" in req.query || "code" in req.query)) {
      keep(res, "recommendation", writeRecommendation(addVisit(recommendationOf(req), req.query)), 30);
      return res.redirect(303, "/");
    }
    send(req, res, null, <Catalogue language={languageOf(req)} code={recommendationOf(req).code} banner={res.locals.script as PageScript | null} />);
  });
  app.get("/basket", (req, res) =>
    sendBasket(req, res, req.query.cancelled ? { notice: { key: "cancelled" } } : {}),
  );
  app.get("/thanks", (req, res) => {
    res.clearCookie("basket");
    send(req, res, text(languageOf(req), "thanks"), <Thanks language={languageOf(req)} vouchUrl={vouchUrl} />, 200, 0);
  });
  app.post("/language", (req, res) => {
    keep(res, "language", field(req, "language") === "nl" ? "nl" : "en", 365);
    res.redirect(303, "/");
  });
  app.get("/account", (req, res) => sendAccount(req, res));
  app.post("/account", (req, res, next) => void signIn(req, res, api).catch(next));
  app.post("/basket/add", (req, res) => {
    const product = productOf(field(req, "sku"));
    if (product && !product.monthly) keep(res, "basket", writeBasket(addToBasket(basketOf(req), product)), 7);
    res.redirect(303, "/basket");
  });
  app.post("/basket/remove", (req, res) => {
    keep(res, "basket", writeBasket(basketOf(req).filter(({ product }) => product.sku !== field(req, "sku"))), 7);
    res.redirect(303, "/basket");
  });
  app.post("/checkout", (req, res) => void pay(req, res, checkout, basketOf(req), field(req, "code")));
  app.post("/subscribe", (req, res) => {
    const product = productOf(field(req, "sku"));
    const lines = product?.monthly ? [{ product, quantity: 1 }] : [];
    void pay(req, res, checkout, lines, recommendationOf(req).code);
  });
  app.use(wayRoutes({ keys, api, send }));
  app.use(hooksRoutes({ heard, send }));
  const passUrl = shopUrl.replace("localhost", "127.0.0.1");
  app.use(passRoutes({ shopUrl, passUrl, send, signIn: (req, res, account, kept) => signedIn(req, res, api, account, kept) }));
  app.all(UNREADABLE, (req, res) => sendSentence(req, res, "notUnderstood", 400));
  app.use((req, res) => sendSentence(req, res, "notFound", 404));
  app.use((error: unknown, req: Request, res: Response, _next: NextFunction) => {
    const status = statusOf(error);
    sendSentence(req, res, status < 500 ? "notUnderstood" : "problem", status);
  });
}

/** What express refused by itself, such as a body that is too long, has a status of its own. */
function statusOf(error: unknown): number {
  const status = typeof error === "object" && error !== null && "status" in error ? Number(error.status) : 500;
  return status >= 400 && status < 500 ? status : 500;
}

async function signIn(req: Request, res: Response, api: VouchApi): Promise<void> {
  const typed = field(req, "email");
  const account = readAccount(typed);
  // Signing out sends no address.
  if (!account && !("email" in (req.body as object))) {
    res.clearCookie("account");
    return res.redirect(303, "/account");
  }
  if (!account) return sendAccount(req, res, typed);
  await signedIn(req, res, api, account, recommendationOf(req));
}

/** Signing in here is signing up: the ways that tell Vouch about it do so now, and never stand in its way. */
async function signedIn(req: Request, res: Response, api: VouchApi, account: string, { tokens }: Recommendation): Promise<void> {
  keep(res, "account", account, 30);
  const way = wayOf(req);
  const reference = field(req, "reference");
  if (way === "browser" && reference !== "") await api.signedUpOnPage(buyerOf(account), reference);
  else if (way !== "stripe") await api.signedUp(buyerOf(account), tokens);
  res.redirect(303, "/basket");
}

async function pay(req: Request, res: Response, checkout: ShopCheckout, lines: BasketLine[], typed: string): Promise<void> {
  if (lines.length === 0) return res.redirect(303, "/basket");
  const recommendation: Recommendation = { ...recommendationOf(req), code: typed.trim().toUpperCase() };
  const language = languageOf(req);
  try {
    const opened = await checkout.open({ lines, recommendation, account: accountOf(req), language });
    if ("url" in opened) return res.redirect(303, opened.url);
    const { code } = recommendation;
    sendBasket(req, res, { status: 422, notice: refusalOf(opened, code, language), code });
  } catch {
    sendBasket(req, res, { status: 503, notice: { key: "payProblem" } });
  }
}

function refusalOf(opened: Exclude<Opened, { url: string }>, code: string, language: Language): Notice {
  const minimum = "minimum" in opened ? price(opened.minimum, language) : "";
  return { key: opened.refused, values: { code, minimum } };
}

interface BasketView {
  notice?: Notice;
  code?: string;
  status?: number;
}

function sendBasket(req: Request, res: Response, { notice, code, status }: BasketView): void {
  const shown = code ?? recommendationOf(req).code;
  const onAccount = wayOf(req) !== "stripe";
  send(req, res, text(languageOf(req), "basket"), <Basket language={languageOf(req)} lines={basketOf(req)} code={shown} notice={notice} onAccount={onAccount} />, status);
}

/** @param refused an address that is none, as it was typed */
function sendAccount(req: Request, res: Response, refused?: string): void {
  const language = languageOf(req);
  const named = wayOf(req) === "browser";
  const account = refused === undefined ? accountOf(req) : null;
  const body = <Account language={language} account={account} named={named} refused={refused} />;
  send(req, res, text(language, "account"), body, refused === undefined ? 200 : 422);
}

function sendSentence(req: Request, res: Response, of: TextKey, status: number): void {
  const language = languageOf(req);
  send(req, res, text(language, of), <Sentence language={language} of={of} />, status);
}

/** @param title the page's own; null for the shop's front */
function send(req: Request, res: Response, title: string | null, body: React.ReactNode, status = 200, count?: number): void {
  const language = languageOf(req);
  const basketCount = count ?? basketOf(req).reduce((sum, { quantity }) => sum + quantity, 0);
  const { script } = res.locals as { script: PageScript | null };
  res.status(status).type("html").send(page({ language, basketCount, script }, title, body));
}
