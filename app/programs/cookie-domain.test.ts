import { describe, expect, it } from "vitest";
import { cookieDomainProblem } from "./cookie-domain.server";

const problem = (cookieDomain: string, portal = "champions.example.com", shop = "shop.example.com") =>
  cookieDomainProblem({ cookieDomain, shopUrl: `https://${shop}/tea` }, portal);

describe("the domain on which portal and shop share the referral cookie (A12)", () => {
  it("is above both", () => {
    expect(problem("example.com")).toBeNull();
    expect(problem("example.com", "example.com")).toBeNull();
    expect(problem("tea.example.co.uk", "vouch.tea.example.co.uk", "tea.example.co.uk")).toBeNull();
    expect(problem("vouch.localhost", "champions.vouch.localhost", "shop.vouch.localhost")).toBeNull();
  });

  it.each([
    ["com"], ["co.uk"], ["github.io"], ["localhost"], ["127.0.0.1"], [""], [".example.com"], ["example.com."], ["example..com"],
    ["https://example.com"], ["example.com:443"], ["*.example.com"], ["example.com; Path=/x"], ["example.com\r\nSet-Cookie: a=b"],
    ["Example.com"], ["exämple.com"], ["-example.com"], [`${"a".repeat(64)}.com`],
  ])("is nobody's own when it is %j", (domain) => {
    expect(problem(domain, domain === "co.uk" ? "a.co.uk" : "a.github.io", "b.github.io")).toBe("cookie.domain.notOwn");
  });

  it("is not one that only looks like it, or that only one of them is under", () => {
    expect(problem("ample.com")).toBe("cookie.domain.portalElsewhere");
    expect(problem("shop.example.com")).toBe("cookie.domain.portalElsewhere");
    expect(problem("example.com", "champions.example.com", "example.net")).toBe("cookie.domain.shopElsewhere");
    expect(problem("champions.example.com")).toBe("cookie.domain.shopElsewhere");
  });
});
