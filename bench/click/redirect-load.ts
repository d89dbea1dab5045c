import { connect, type Socket } from "node:net";
import { percentile } from "../parts/figures";

/** What the load process is asked to do. */
export interface LoadOrder {
  port: number;
  connections: number;
  /** How long it lasts, after a time that is not counted. */
  ms: number;
  warmMs: number;
  /** Paths to ask for, one after the other. */
  paths: string[];
  /** Whether to send back where each redirect led. */
  collect: boolean;
}

export interface LoadResult {
  /** Answers with 302 after the warming, and in all. */
  answered: number;
  acknowledged: number;
  otherAnswers: number;
  seconds: number;
  p50: number;
  p99: number;
  most: number;
  locations: string[];
}

/** Agents and languages as they come in, so that nothing is measured that only one kind of visitor gets. */
const BROWSERS = [
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1", "nl-NL,nl;q=0.9"],
  ["Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36", "nl-NL,nl;q=0.9,en-US;q=0.8,en;q=0.7"],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36", "en-GB,en;q=0.9"],
  ["Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0", "de,en-US;q=0.7,en;q=0.3"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15", "en-US,en;q=0.9"],
  ["Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36", "fr-BE,fr;q=0.9,nl;q=0.8"],
];
/** Every visitor comes from elsewhere; 7919 is prime, so that it takes sixteen million of them to come back. */
let visitors = 0;
const addressOfNext = () => {
  const address = (visitors++ * 7919) & 0xffffff;
  return `10.${address >> 16}.${(address >> 8) & 255}.${address & 255}`;
};
const END_OF_HEAD = Buffer.from("\r\n\r\n");

/**
 * Asks over so many connections that stay open, each the next question when the last is answered. Written on bare sockets, so that
 * a core is enough to ask more than any server here answers.
 */
async function load(order: LoadOrder): Promise<LoadResult> {
  const { port, connections, ms, warmMs, paths, collect } = order;
  const counted: number[] = [];
  const locations: string[] = [];
  let acknowledged = 0;
  let otherAnswers = 0;
  let asked = 0;
  const begun = performance.now();
  const [from, until] = [begun + warmMs, begun + warmMs + ms];

  const question = () => {
    const [agent, language] = BROWSERS[asked % BROWSERS.length] ?? [];
    const path = paths[asked++ % paths.length] ?? "/";
    return `GET ${path} HTTP/1.1\r\nHost: champions.example\r\nUser-Agent: ${agent}\r\nAccept: text/html\r\nAccept-Language: ${language}\r\nX-Forwarded-For: ${addressOfNext()}\r\n\r\n`;
  };

  /** One connection until it ends; resolves to whether another should take its place. */
  const connection = () =>
    new Promise<boolean>((resolve) => {
      const socket: Socket = connect({ port, host: "127.0.0.1", noDelay: true });
      let sent = 0;
      let rest: Buffer | null = null;
      const ask = () => {
        sent = performance.now();
        socket.write(question());
      };
      socket.once("connect", ask);
      socket.on("data", (bytes) => {
        const head = rest ? Buffer.concat([rest, bytes]) : bytes;
        // Redirects have no body, so that an answer ends where its head does.
        if (head.subarray(-4).compare(END_OF_HEAD) !== 0) return void (rest = head);
        rest = null;
        const now = performance.now();
        const text = head.toString("latin1");
        if (text.startsWith("302", 9)) {
          acknowledged += 1;
          if (now >= from && now < until) counted.push(now - sent);
          if (collect) locations.push(/\r\nlocation: (.*)\r\n/i.exec(text)?.[1] ?? "");
        } else otherAnswers += 1;
        if (now >= until || /\r\nconnection: close/i.test(text)) socket.end();
        else ask();
      });
      socket.on("error", () => undefined);
      socket.once("close", () => resolve(performance.now() < until));
    });

  const keepOpen = async () => {
    while (await connection());
  };
  await Promise.all(Array.from({ length: connections }, keepOpen));
  const [p50, p99] = [percentile(counted, 0.5), percentile(counted, 0.99)];
  const most = counted.reduce((a, b) => Math.max(a, b), 0);
  return { answered: counted.length, acknowledged, otherAnswers, seconds: ms / 1000, p50, p99, most, locations };
}

process.on("message", (order: LoadOrder) => void load(order).then((result) => process.send?.(result)));
process.once("disconnect", () => process.exit(0));
