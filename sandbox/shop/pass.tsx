import { randomBytes } from "node:crypto";
import { Router, type Request, type Response } from "express";
import { readAccount } from "./account";
import { AddressField } from "./account-page";
import { addVisit, writeRecommendation, type Recommendation } from "./recommendation";
import { text } from "./texts";
import { cookie, field, keep, languageOf, recommendationOf } from "./visit";

interface PassParts {
  /** Where the shop and the stand-in identity provider are reached: two sites, as in the world outside. */
  shopUrl: string;
  passUrl: string;
  signIn: (req: Request, res: Response, account: string, recommendation: Recommendation) => Promise<void>;
  send: (req: Request, res: Response, title: string, body: React.ReactNode, status?: number) => void;
}

const AT_MOST = 1_000;

/** What waits on the server, by a secret; the oldest makes room. */
class Waiting<Value> {
  readonly #values = new Map<string, Value>();

  keep(value: Value): string {
    if (this.#values.size >= AT_MOST) this.#values.delete(this.#values.keys().next().value ?? "");
    const secret = randomBytes(24).toString("base64url");
    this.#values.set(secret, value);
    return secret;
  }

  find = (secret: string): Value | undefined => this.#values.get(secret);
  drop = (secret: string): boolean => this.#values.delete(secret);
}

/**
 * Signing in with somebody else's account, as with OAuth: the browser leaves for the provider's site and comes back with a
 * code. What a friend brought along waits here meanwhile, under the `state` of that sign-in: not in the address, and
 * not only in a cookie, which may be gone when they come back.
 */
export function passRoutes({ shopUrl, passUrl, signIn, send }: PassParts): Router {
  const router = Router();
  const leaving = new Waiting<Recommendation>();
  const proven = new Waiting<string>();

  router.post("/account/pass", (req, res) => {
    const state = leaving.keep(recommendationOf(req));
    keep(res, "state", state, 1);
    res.redirect(303, `${passUrl}/pass?state=${state}`);
  });

  router.get("/account/return", (req, res, next) => {
    const { state, code } = req.query;
    const kept = typeof state === "string" && state === cookie(req, "state") ? leaving.find(state) : undefined;
    const account = typeof code === "string" ? proven.find(code) : undefined;
    if (typeof state !== "string" || typeof code !== "string" || !kept || !account) return res.redirect(303, "/account");
    proven.drop(code);
    const all = recommendationOf(req).tokens.reduce((sum, vouch) => addVisit(sum, { vouch }), kept);
    keep(res, "recommendation", writeRecommendation(all), 30);
    res.clearCookie("state");
    // Vouch is told first: a sign-up that fails loses nothing.
    signIn(req, res, account, all).then(() => leaving.drop(state)).catch(next);
  });

  // The stand-in provider. A real one asks for a password; this one believes everybody.
  const show = (req: Request, res: Response, state: string, refused?: string) => {
    const language = languageOf(req);
    const body = <Pass language={language} state={state} refused={refused} />;
    send(req, res, text(language, "pass"), body, refused === undefined ? 200 : 422);
  };
  router.get("/pass", (req, res) => show(req, res, String(req.query.state ?? "")));
  router.post("/pass", (req, res) => {
    const typed = field(req, "email");
    const account = readAccount(typed);
    if (!account) return show(req, res, field(req, "state"), typed);
    const state = encodeURIComponent(field(req, "state"));
    res.redirect(303, `${shopUrl}/account/return?state=${state}&code=${proven.keep(account)}`);
  });
  return router;
}

function Pass({ language, state, refused }: { language: "nl" | "en"; state: string; refused?: string }) {
  return (
    <>
      <h1>{text(language, "pass")}</h1>
      <form method="post" action="/pass">
        <input type="hidden" name="state" value={state} />
        <AddressField language={language} refused={refused} />
        <button>{text(language, "passGoOn")}</button>
      </form>
    </>
  );
}
