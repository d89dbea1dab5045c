import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { postToTarget } from "~/platform/gateways/webhook-target.server";
import { newEndpointSecret, signedHeaders } from "~/webhooks/endpoint-secret.server";
import { projectRoot } from "./project-root";

interface Language {
  /** In `docs/wire-a-shop`. */
  file: string;
  command: (path: string, port: number) => [string, ...string[]];
}

const NODE: Language = { file: "hear-webhooks.mjs", command: (path) => [process.execPath, path] };
const PHP: Language = { file: "hear-webhooks.php", command: (path, port) => ["php", "-S", `127.0.0.1:${port}`, path] };
const PYTHON: Language = { file: "hear_webhooks.py", command: (path) => ["python3", path] };

const runs = ({ command }: Language) => spawnSync(command("", 0)[0], ["--version"]).status === 0;
/** Node is always there; the others are run wherever they are installed. */
const LANGUAGES = [NODE, ...[PHP, PYTHON].filter(runs)];

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

describe.each(LANGUAGES)("the receiver $file", ({ file, command }) => {
  it("takes what is signed and refuses everything else", async () => {
    const { secret, sealed } = newEndpointSecret();
    const [old, port] = [newEndpointSecret(), await freePort()];
    const [program, ...args] = command(join(projectRoot, "docs", "wire-a-shop", file), port);
    const child = spawn(program, args, { env: { ...process.env, VOUCH_WEBHOOK_SECRET: secret, PORT: String(port) }, stdio: "ignore" });
    try {
      const url = `http://127.0.0.1:${port}/`;
      const payload = '{"id":"evt_1","type":"reward.approved","data":{"id":"rwd_1","name":"Zo\u00eb \u20ac"}}';
      const now = new Date();
      const alone = { secretSealed: sealed, previousSecretSealed: null, previousUntil: null };
      const post = async (headers: Record<string, string>, body = payload) =>
        (await postToTarget({ url, headers: { "content-type": "application/json", ...headers }, body })).status;
      const signed = signedHeaders({ id: "evt_1", payload }, alone, { now });
      await expect.poll(() => post(signed)).toBe(204);

      const rotating = { secretSealed: old.sealed, previousSecretSealed: sealed, previousUntil: new Date(now.getTime() + 60_000) };
      expect(await post(signedHeaders({ id: "evt_1", payload }, rotating, { now }))).toBe(204);
      const refused = [
        post({}),
        post(signed, payload.replace("rwd_1", "rwd_2")),
        post({ ...signed, "webhook-id": "evt_2" }),
        post({ ...signed, "webhook-signature": "v1," }),
        post(signedHeaders({ id: "evt_1", payload }, { ...alone, secretSealed: old.sealed }, { now })),
        post(signedHeaders({ id: "evt_1", payload }, alone, { now, signedAt: new Date(now.getTime() - 400_000) })),
      ];
      expect(await Promise.all(refused)).toEqual(refused.map(() => 400));
    } finally {
      child.kill();
    }
  });
});
