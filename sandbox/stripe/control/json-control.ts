import { json, Router } from "express";
import type { NextFunction, Request, Response } from "express";
import { z } from "zod";
import type { Sandbox } from "../sandbox";
import { StripeError } from "../stripe-error";

export type ControlHandler = (request: Request) => unknown;

/** A router of the control API: JSON in, JSON out; what a handler returns is on disk before it is sent. */
export class ControlRouter {
  readonly router = Router();

  constructor(private readonly sandbox: Sandbox) {
    this.router.use(json({ limit: "1mb" }));
  }

  get(path: string, handle: ControlHandler): void {
    this.router.get(path, this.#answer(handle));
  }

  post(path: string, handle: ControlHandler): void {
    this.router.post(path, requireJson, this.#answer(handle));
  }

  delete(path: string, handle: ControlHandler): void {
    this.router.delete(path, this.#answer(handle));
  }

  #answer(handle: ControlHandler) {
    return async (request: Request, response: Response) => {
      try {
        const result = await handle(request);
        await this.sandbox.flush();
        response.json(result ?? { ok: true });
      } catch (error) {
        const [status, message] = describe(error);
        response.status(status).json({ error: { message } });
      }
    };
  }
}

/** A form of another site cannot send JSON without asking first, so this keeps browsers out. */
function requireJson(request: Request, response: Response, next: NextFunction): void {
  const hasBody = request.get("Content-Length") !== undefined && request.get("Content-Length") !== "0";
  if (!hasBody || request.is("application/json")) next();
  else response.status(415).json({ error: { message: "Send JSON with Content-Type: application/json." } });
}

function describe(error: unknown): [number, string] {
  if (error instanceof StripeError) return [error.status, error.message];
  if (error instanceof z.ZodError) return [400, z.prettifyError(error)];
  return [500, error instanceof Error ? error.message : String(error)];
}
