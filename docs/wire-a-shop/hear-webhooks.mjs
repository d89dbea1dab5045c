// Hears what happens. Node 20, with the package standardwebhooks.
import { createServer } from "node:http";
import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.VOUCH_WEBHOOK_SECRET);

createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  let event;
  try {
    event = webhook.verify(Buffer.concat(chunks).toString(), request.headers);
  } catch {
    return response.writeHead(400).end();
  }
  console.log(event.type, event.data.id);
  response.writeHead(204).end();
}).listen(process.env.PORT, "127.0.0.1");
