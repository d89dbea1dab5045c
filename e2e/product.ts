import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync } from "node:fs";

/** One running copy of the whole product, started with the same command a newcomer types. */
export interface Product {
  url: string;
  shop: string;
  stripe: string;
  inbox: string;
  /** Where it keeps its data; the database server listens four ports above its own. */
  dataDir: string;
  databasePort: number;
  stop(): Promise<void>;
}

/** Only what a newcomer's shell would have: no setting of ours leaks in. */
type Environment = Record<string, string | undefined>;

const START_MS = 400_000;

/**
 * Starts the product on `port` (and the five above it) with its data in `dataDir`.
 * @throws Error with what it printed, when it is not ready in time
 */
export async function startProduct(dataDir: string, port: number, extra: Environment = {}): Promise<Product> {
  mkdirSync(dataDir, { recursive: true, mode: 0o755 });
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/start.ts"], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), DATA_DIR: dataDir, ...extra } as Environment as NodeJS.ProcessEnv,
    stdio: ["ignore", "pipe", "pipe"],
  });
  await untilReady(child);
  return productAt(port, dataDir, () =>
    new Promise((resolve) => {
      child.once("exit", () => resolve());
      child.kill("SIGINT");
    }),
  );
}

/** A product that runs already: its parts stand at fixed distances from its own port. */
export function productAt(port: number, dataDir: string, stop: () => Promise<void>): Product {
  const at = (offset: number) => `http://localhost:${port + offset}`;
  return { url: at(0), stripe: at(1), inbox: at(2), shop: at(3), dataDir, databasePort: port + 4, stop };
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = "";
    const fail = (why: string) => reject(new Error(`The product ${why}:\n${printed}`));
    const timer = setTimeout(() => fail("was not ready in time"), START_MS);
    const listen = (chunk: Buffer) => {
      printed += chunk.toString();
      if (!printed.includes("Ready in")) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("exit", (code) => {
      clearTimeout(timer);
      fail(`ended with code ${code}`);
    });
  });
}
