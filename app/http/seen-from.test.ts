import { expect, it } from "vitest";
import { clientHashes } from "~/sharing/client-hashes.server";
import { seenFrom } from "./seen-from.server";

const now = new Date("2026-11-28T12:00:00Z");
const request = (agent?: string) => new Request("http://localhost:3000/sign-in/code", agent ? { headers: { "User-Agent": agent } } : {});

it("has the hashes a visit from there would have (R7)", () => {
  const visit = clientHashes("192.0.2.7", "Firefox/145", now);
  expect(seenFrom(request("Firefox/145"), "192.0.2.7", now)).toEqual({ networkHash: visit.network, formerNetworkHash: visit.formerNetwork, agentHash: visit.agent });
  expect(seenFrom(request(), "2001:db8::1", now)).toMatchObject({ networkHash: clientHashes("2001:db8::2", "x", now).network, agentHash: "" });
});

it.each(["127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1", "", "no address"])("says nothing of %j", (ip) => {
  expect(seenFrom(request("Firefox/145"), ip, now)).toBeNull();
});
