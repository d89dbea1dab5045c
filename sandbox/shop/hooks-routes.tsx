import express, { Router, type Request, type Response } from "express";
import type { HeardEvents } from "./heard-events";
import { Hooks } from "./hooks-page";
import { hooksText } from "./hooks-texts";
import { field, languageOf } from "./visit";

interface HooksParts {
  heard: HeardEvents;
  send: (req: Request, res: Response, title: string, body: React.ReactNode, status?: number) => void;
}

/** Where Vouch's webhooks arrive, and the page that shows them. */
export function hooksRoutes({ heard, send }: HooksParts): Router {
  const router = Router();
  router.post("/hooks/vouch", express.raw({ type: () => true, limit: "64kb" }), (req, res) => {
    const body = Buffer.isBuffer(req.body) ? req.body.toString("utf8") : "";
    res.status(heard.hear(body, req.headers as Record<string, string>, new Date())).end();
  });

  const show = (req: Request, res: Response, refused: boolean) =>
    send(req, res, hooksText(languageOf(req), "title"), <Hooks language={languageOf(req)} heard={heard} refused={refused} />, refused ? 422 : 200);
  router.get("/hooks", (req, res) => show(req, res, false));
  router.post("/hooks", (req, res) => {
    if (!heard.useSecret(field(req, "secret").trim())) return show(req, res, true);
    res.redirect(303, "/hooks");
  });
  router.post("/hooks/switch", (req, res) => {
    heard.open = field(req, "open") === "yes";
    res.redirect(303, "/hooks");
  });

  // For whoever sets the demo up. No form of another site can send JSON.
  router.get("/_control/hooks", (_req, res) => void res.json({ listening: heard.listening, open: heard.open, events: heard.list() }));
  router.post("/_control/hooks", express.json({ limit: "8kb" }), (req, res) => {
    if (!req.is("application/json")) return void res.status(415).end();
    const { secret } = req.body as { secret?: unknown };
    res.status(typeof secret === "string" && heard.useSecret(secret) ? 204 : 400).end();
  });
  return router;
}
