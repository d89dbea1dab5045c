import { createServer } from "node:http";

/** (a) What `node:http` can do at best: the redirect and nothing else. */
createServer((_req, res) => {
  res.writeHead(302, ["Location", "/l/BENCH", "Content-Length", "0"]).end();
}).listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.("ready"));
