import { lookup } from "node:dns/promises";
import { request as requestPlain, type IncomingMessage } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP } from "node:net";
import { env } from "../env.server";
import { reachOf } from "../public-address";

/** What came back, or why nothing did: `error` is null when there was an answer to judge by its status. */
export interface TargetAnswer {
  status: number | null;
  error: "address_refused" | "name_unknown" | "timeout" | "connection_failed" | "redirect" | null;
  /** The first characters of the answer, as text. */
  body: string;
  tookMs: number;
}

interface TargetRequest {
  url: string;
  headers: Record<string, string>;
  body: string;
}

interface TargetOptions {
  /** All addresses of a name; the system's resolver. */
  resolve?: (hostname: string) => Promise<string[]>;
  /** Whether this machine itself may be called, over plain http too; in the demo only. */
  loopback?: boolean;
  timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
const MAX_READ = 64 * 1024;
const MAX_KEPT = 1_000;

/**
 * Posts to an address that somebody else chose (P15, F24): the name is resolved once, refused when any of its addresses
 * is not public, and the call goes to exactly the address that was looked at. No redirect is followed, nothing lasts
 * longer than ten seconds in all, and at most 64 KB are read. Never throws.
 */
export async function postToTarget(
  target: TargetRequest,
  { resolve = systemResolve, loopback = env().VOUCH_MODE === "demo", timeoutMs = TIMEOUT_MS }: TargetOptions = {},
): Promise<TargetAnswer> {
  const started = performance.now();
  const signal = AbortSignal.timeout(timeoutMs);
  const answer = await call(target, { resolve, loopback, signal }).catch((error: unknown) =>
    failed(signal.aborted ? "timeout" : error instanceof NameError ? "name_unknown" : "connection_failed"),
  );
  return { ...answer, tookMs: Math.round(performance.now() - started) };
}

type Answer = Omit<TargetAnswer, "tookMs">;

const failed = (error: TargetAnswer["error"]): Answer => ({ status: null, error, body: "" });

class NameError extends Error {}

async function call(
  { url, headers, body }: TargetRequest,
  { resolve, loopback, signal }: Required<Pick<TargetOptions, "resolve" | "loopback">> & { signal: AbortSignal },
): Promise<Answer> {
  const { protocol, hostname, host: hostHeader, port, pathname, search } = new URL(url);
  const name = hostname.replace(/^\[|\]$/g, "");
  const addresses = await withSignal(resolve(name), signal);
  const [address] = addresses;
  if (address === undefined) throw new NameError(name);
  const reaches = addresses.map(reachOf);
  const here = loopback && reaches.every((reach) => reach === "loopback");
  const secure = protocol === "https:";
  const allowed = here || (secure && reaches.every((reach) => reach === "public"));
  if (!allowed) return failed("address_refused");

  return await new Promise<Answer>((resolveAnswer, reject) => {
    const outgoing = (secure ? requestSecure : requestPlain)({
      // The address itself, so that no second look at the name can lead elsewhere; the certificate is the name's.
      host: address,
      servername: isIP(name) ? "" : name,
      port: port || (secure ? 443 : 80),
      path: pathname + search,
      method: "POST",
      headers: { ...headers, host: hostHeader, "content-length": Buffer.byteLength(body) },
      agent: false,
      signal,
    });
    outgoing.on("error", reject);
    // Who changes to another protocol gives no answer, and Node by itself would say nothing of it.
    outgoing.on("upgrade", ({ statusCode = null }, socket) => {
      socket.destroy();
      resolveAnswer({ ...failed("connection_failed"), status: statusCode });
    });
    outgoing.on("response", (incoming) => {
      const status = incoming.statusCode ?? 0;
      readStart(incoming).then(
        (text) => resolveAnswer({ status, error: status >= 300 && status < 400 ? "redirect" : null, body: text }),
        reject,
      );
    });
    outgoing.end(body);
  });
}

/** Reads up to the limit and hangs up there: what is beyond is nobody's business. */
async function readStart(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let read = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    read += chunk.length;
    if (read >= MAX_READ) break;
  }
  // PostgreSQL takes this byte in no text.
  return Buffer.concat(chunks).toString("utf8").slice(0, MAX_KEPT).replaceAll("\0", "\uFFFD");
}

async function systemResolve(hostname: string): Promise<string[]> {
  try {
    return (await lookup(hostname, { all: true })).map(({ address }) => address);
  } catch (cause) {
    throw new NameError(hostname, { cause });
  }
}

function withSignal<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });
}
