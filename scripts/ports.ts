import { createServer } from "node:net";
import { StartError } from "./progress";
import type { Settings } from "./settings";

/** @throws StartError naming the first port that the product needs and somebody else has */
export async function refuseBusyPorts(settings: Settings): Promise<void> {
  const port = await findBusyPort(settings);
  if (port) throw new StartError(`Port ${port} is busy. Stop what uses it, or choose another: PORT=4000 npm start`);
}

/** For commands that need the embedded database to themselves. @throws StartError while the product runs on it */
export async function refuseWhileRunning(settings: Settings): Promise<void> {
  const port = await findBusyPort(settings);
  if (port) throw new StartError(`Port ${port} is busy: stop Vouch first (Ctrl-C where it runs).`);
}

async function findBusyPort({ ports, sandbox }: Settings): Promise<number | null> {
  const needed = [
    ports.web,
    ...(sandbox.stripe ? [ports.stripe] : []),
    ...(sandbox.resend ? [ports.resend] : []),
    ...(sandbox.stripe && sandbox.resend ? [ports.shop] : []),
  ];
  for (const port of needed) if (!(await isFree(port))) return port;
  return null;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
      .once("error", () => resolve(false))
      .listen(port, () => probe.close(() => resolve(true)));
  });
}
