import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { apiServer } from "./api-server";
import { addHappenings } from "./control/happenings";
import { ControlRouter } from "./control/json-control";
import { addRecords } from "./control/records";
import { addSwitches } from "./control/switches";
import { controlRoutes } from "./pages/control-routes";
import { linkedPages } from "./pages/linked-pages";
import { paymentRoutes } from "./pages/payment-routes";
import { requireSameOrigin } from "./pages/same-origin";
import { STYLE } from "./pages/style";
import { ROUTES } from "./routes";
import { Sandbox } from "./sandbox";
import type { SandboxOptions } from "./sandbox";

const HOST = "127.0.0.1";

export interface StripeSandboxOptions extends SandboxOptions {
  /** 0 takes any free port. */
  port: number;
}

export interface StripeSandbox {
  url: string;
  port: number;
  sandbox: Sandbox;
  close(): Promise<void>;
}

/** Starts the stand-in on loopback; its state comes from and goes to `dataDir`. */
export async function startStripeSandbox(options: StripeSandboxOptions): Promise<StripeSandbox> {
  const sandbox = new Sandbox(options);
  const app = express();
  const server = createServer(app);
  await listen(server, options.port);
  const { port } = server.address() as AddressInfo;
  sandbox.publicUrl = `http://localhost:${port}`;

  app.disable("x-powered-by");
  app.set("query parser", "simple");
  app.use(requireSameOrigin);
  app.use("/v1", express.text({ type: "*/*", limit: "1mb" }));
  const serveApi = apiServer(sandbox, ROUTES);
  app.all("/v1/*", serveApi);
  const control = new ControlRouter(sandbox);
  addSwitches(control, sandbox, { refuse: (ms) => refuseFor(server, port, ms) });
  addHappenings(control, sandbox);
  addRecords(control, sandbox);
  app.use("/_control", control.router);
  app.get("/sandbox.css", (_request, response) => response.type("css").send(STYLE));
  app.get("/favicon.ico", (_request, response) => response.status(204).end());
  app.use(paymentRoutes(sandbox), linkedPages(sandbox), controlRoutes(sandbox));
  sandbox.webhooks.wake();

  return {
    url: `http://${HOST}:${port}`,
    port,
    sandbox,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await sandbox.close();
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, HOST, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** Closes the door for a while: connections are refused by the system itself. */
function refuseFor(server: Server, port: number, ms: number): void {
  server.close();
  server.closeAllConnections();
  setTimeout(() => server.listen(port, HOST), ms).unref();
}
