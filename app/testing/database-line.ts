import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A line to the database that a test can cut, or let fall silent. */
export interface DatabaseLine {
  /** The same connection through the line. */
  url: string;
  /** Ends every connection and takes no other, as when the server is gone. */
  cut(): void;
  /** Lets nothing through any more and says nothing either, as when the network swallows it. */
  silence(): void;
  mend(): void;
}

/** Opens a line to the database of a connection string. */
export async function databaseLine(connectionString: string): Promise<DatabaseLine> {
  const target = new URL(connectionString);
  const pairs = new Set<[Socket, Socket]>();
  let state: "open" | "cut" | "silent" = "open";
  const server = createServer((near) => {
    near.on("error", () => undefined);
    if (state === "cut") return void near.destroy();
    const far = connect(Number(target.port), target.hostname);
    far.on("error", () => undefined);
    const pair: [Socket, Socket] = [near, far];
    pairs.add(pair);
    near.on("data", (bytes) => state === "open" && far.write(bytes));
    far.on("data", (bytes) => state === "open" && near.write(bytes));
    for (const [one, other] of [pair, [far, near]] as const) {
      one.once("close", () => {
        pairs.delete(pair);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const end = () => pairs.forEach(([near]) => near.destroy());
  onTestFinished(() => {
    end();
    server.close();
  });
  const url = new URL(connectionString);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.toString(),
    cut() {
      state = "cut";
      end();
    },
    silence: () => void (state = "silent"),
    mend() {
      end();
      state = "open";
    },
  };
}
