import type { IncomingMessage } from "node:http";
import { AppError } from "~/platform/errors";

const KIB = 1024;

/** How many bytes each kind of address accepts (F17); the first prefix that fits counts. */
const LIMITS: [prefix: string, bytes: number][] = [
  ["/webhooks/", 1024 * KIB],
  ["/desk/settings/company", 768 * KIB],
  ["/", 64 * KIB],
];

/**
 * Reads a whole request body, counting what really arrives instead of believing Content-Length.
 * @throws AppError 413 above the limit of the path, 415 for a compressed body
 */
async function readBody(req: IncomingMessage & { path: string }): Promise<Buffer> {
  const encoding = req.headers["content-encoding"];
  if (encoding && encoding !== "identity") {
    throw new AppError("encoding_not_supported", { message: `content-encoding refused`, status: 415 });
  }
  const limit = LIMITS.find(([prefix]) => req.path.startsWith(prefix))?.[1] ?? 64 * KIB;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) {
      // The rest is not read: the connection ends after the answer.
      req.unpipe();
      throw new AppError("too_large", { message: `body above ${limit} bytes`, status: 413, facts: { limit } });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The body of a request that may have one, or why it was not read: whoever answers says so in its own way. */
export async function bodyOf(req: IncomingMessage & { path: string }): Promise<{ body?: Buffer; refused?: AppError }> {
  if (req.method === "GET" || req.method === "HEAD") return {};
  try {
    return { body: await readBody(req) };
  } catch (error) {
    if (error instanceof AppError) return { refused: error };
    throw error;
  }
}
