import { describe, expect, it } from "vitest";
import { env } from "~/platform/env.server";
import { claimedTokens, forgetClaims, rememberClaim } from "./claim-cookie.server";

const ask = (cookie = "") => ({ headers: new Headers({ Cookie: cookie }) });
const linesOf = (headers: Headers) => headers.getSetCookie();
const remember = (cookie = "", domain: string | null = null) => linesOf(rememberClaim(ask(cookie), { token: "new", maxAgeSeconds: 60 }, domain));
const portal = new URL(env().APP_URL).hostname;

describe("the referral cookie (A11, A12)", () => {
  it("is the host's own, out of reach of scripts, with what was claimed before in front", () => {
    expect(remember("a=b; __Host-vouch_ref=first.second")).toEqual([
      "__Host-vouch_ref=first.second.new; Path=/; Max-Age=60; HttpOnly; Secure; SameSite=Lax",
    ]);
  });

  it("is shared with the shop where the company says so, and takes along what stood under the other name", () => {
    expect(remember("", portal)).toEqual([`__Secure-vouch_ref=new; Domain=${portal}; Path=/; Max-Age=60; HttpOnly; Secure; SameSite=Lax`]);
    const [gone, ...rest] = remember("__Host-vouch_ref=old", portal);
    expect(gone).toMatch(/^__Host-vouch_ref=; .*Max-Age=0/);
    expect(rest.at(-1)).toMatch(new RegExp(`^__Secure-vouch_ref=old\\.new; Domain=${portal}; `));
    expect(remember("__Secure-vouch_ref=old").at(-1)).toMatch(/^__Host-vouch_ref=old\.new; Path/);
  });

  it("stays the host's own when the portal moved away from that domain", () => {
    expect(remember("", "elsewhere.example")).toEqual([expect.stringMatching(/^__Host-vouch_ref=new; /)]);
    expect(remember("", portal.slice(1))).toEqual([expect.stringMatching(/^__Host-vouch_ref=new; /)]);
  });

  it("is read under both names, each token once, ten at most", () => {
    expect(claimedTokens(ask("__Secure-vouch_ref=b.c; __Host-vouch_ref=a.b"))).toEqual(["a", "b", "c"]);
    const many = (letter: string) => Array.from({ length: 10 }, (_, n) => `${letter}${n}`).join(".");
    const read = claimedTokens(ask(`__Host-vouch_ref=${many("a")}; __Secure-vouch_ref=${many("b")}`));
    expect([read.length, read[0], read.at(-1)]).toEqual([10, "a0", "b9"]);
    expect(claimedTokens(ask("vouch_ref=planted; __Host-vouch_ref=<script>"))).toEqual([]);
  });

  it("is forgotten under every name it may have", () => {
    for (const line of linesOf(forgetClaims())) expect(line).toMatch(/^__(Host|Secure)-vouch_ref=; .*Path=\/; Max-Age=0; HttpOnly; Secure; SameSite=Lax$/);
    expect(linesOf(forgetClaims())[0]).toMatch(/^__Host-vouch_ref=; Path/);
  });
});
