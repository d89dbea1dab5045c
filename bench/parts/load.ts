import { Agent, request } from "node:http";

export interface Call {
  path: string;
  headers: Record<string, string>;
  /** Posted; without one the address is asked for. */
  body?: string;
}

export interface Round {
  perSecond: number;
  /** How long each answer took, in milliseconds. */
  times: number[];
  /** Answers other than 200, as "status body", each once. */
  refused: Set<string>;
}

/**
 * Asks for `seconds` from `connections` at once, each asking again as soon as it was answered. Only answers inside the
 * time count.
 * @param next makes the next call
 */
export async function load(port: number, connections: number, seconds: number, next: () => Call): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const round: Round = { perSecond: 0, times: [], refused: new Set() };
  const started = performance.now();
  const ends = started + seconds * 1000;
  const ask = async () => {
    while (performance.now() < ends) {
      const call = next();
      const asked = performance.now();
      const { status, text } = await send(agent, port, call);
      if (performance.now() <= ends) round.times.push(performance.now() - asked);
      if (status !== 200) round.refused.add(`${status} ${text.slice(0, 300)}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, ask));
  agent.destroy();
  round.perSecond = round.times.length / seconds;
  return round;
}

export function send(agent: Agent, port: number, { path, headers, body }: Call): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const options = { agent, host: "127.0.0.1", port, path, ...(body === undefined ? { headers } : { method: "POST", headers: { ...headers, "Content-Length": String(Buffer.byteLength(body)) } }) };
    const sent = request(options, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => (text += part));
      answer.once("end", () => resolve({ status: answer.statusCode ?? 0, text }));
      answer.once("error", reject);
    });
    sent.once("error", reject);
    sent.end(body);
  });
}
