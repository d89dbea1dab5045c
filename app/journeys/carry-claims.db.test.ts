import { beforeAll, describe, expect, it } from "vitest";
import { emailHashOf } from "~/identity/email-hash.server";
import { forgetCredentials } from "~/identity/forget-credentials.server";
import { proveAddress } from "~/identity/prove-address.server";
import { createSignInCode } from "~/identity/create-sign-in-code.server";
import { within } from "~/platform/db.server";
import { newId } from "~/platform/ids";
import { randomSecret } from "~/platform/secrets.server";
import type { LiveProgram } from "~/programs/program";
import { aClickToken, aRecommender } from "~/testing/builders/attribution";
import { aShop, type TestShop } from "~/testing/builders/commerce";
import { aPerson, anEmail } from "~/testing/builders/identity";
import { aCompany, aProgram } from "~/testing/builders/programs";
import { testDatabase, type TestDatabase } from "~/testing/test-database";
import { claimsArePresented } from "./claims-are-presented.server";
import { joinProgram } from "./join-program.server";
import { requestSignIn } from "./request-sign-in.server";
import { trackLead, type TrackLeadInput } from "./track-lead.server";
import { trackSale } from "./track-sale.server";

let test: TestDatabase;
let shop: TestShop;
let friends: LiveProgram;
let affiliates: LiveProgram;
beforeAll(async () => {
  test = await testDatabase();
  await aCompany(test.db);
  shop = await aShop(test);
  friends = await aProgram(test.db, { slug: "friends", clock: test.clock });
  affiliates = await aProgram(test.db, { slug: "affiliates", type: "affiliate", clock: test.clock });
});

interface Asking {
  claimed?: string[];
  browserSecret?: string;
  openedLink?: string | null;
}

/** A browser that asks for a sign-in code. */
async function asks(email: string, { claimed = [], browserSecret = randomSecret(), openedLink = null }: Asking = {}) {
  const made = await createSignInCode({ email, locale: "en", area: "portal", returnTo: null, browserSecret, claimed, openedLink }, test);
  const proof = { code: made.code };
  const types = () => proveAddress({ area: "portal", proof, browserSecret, network: randomSecret() }, test);
  return { ...made, browserSecret, types };
}

const signsIn = async (email: string, asking: Asking) => (await asks(email, asking)).types();

async function sql<Row>(text: string, ...values: unknown[]): Promise<Row[]> {
  return (await test.db.pool.query(text, values)).rows as Row[];
}

/** The champion each purchase of a mailbox went to, or why to nobody. */
async function winnersOf(email: string): Promise<(string | null)[]> {
  const rows = await sql<{ winner: string | null }>(
    `select coalesce(c.champion_id, c.reason) as winner from purchase p join conversion c on c.purchase_id = p.id
      where p.email_hash = $1 order by p.occurred_at, p.key`,
    emailHashOf(email),
  );
  return rows.map(({ winner }) => winner);
}

const carried = (email: string) => sql<{ tokens: string[] }>("select tokens from carried_claims where email_hash = $1 order by source", emailHashOf(email));
const leadOf = (email: string): TrackLeadInput => ({
  clickId: "", eventName: "sign_up", externalId: newId("cst"), email, organisationId: null, mode: "wait", rest: {},
});
const lead = (email: string) => trackLead(leadOf(email), test);
const aSale = (email: string, externalId = `shop-${email}`) => ({
  externalId, email, amountMinor: 8_000n, currency: "EUR", invoiceId: newId("evt"), paymentProcessor: "custom", clickId: null,
});

describe("a claim carried through the sign-in (A14)", () => {
  it("counts for a customer whom Stripe tells of later, by the mailbox alone", async () => {
    const anna = await aRecommender(test, friends);
    const email = anEmail();
    await signsIn(email, { claimed: [await aClickToken(test, anna)] });
    await shop.later({ days: 3 });
    await shop.buys({ email });
    await shop.tells();
    expect(await winnersOf(email)).toEqual([anna.champion.id]);
    expect(await carried(email)).toEqual([]);
  });

  it("binds at the sign-up a shop tells, without a token of its own", async () => {
    const anna = await aRecommender(test, friends);
    const email = anEmail();
    await signsIn(email, { claimed: [await aClickToken(test, anna)] });
    expect(await lead(email.toUpperCase())).toMatchObject({ attributed: true, linkId: anna.link.id });
  });

  it("brings the whole list, so that the first wins among friends and the last among affiliates", async () => {
    for (const [program, winner] of [[friends, 0], [affiliates, 1]] as const) {
      const both = [await aRecommender(test, program), await aRecommender(test, program)];
      const tokens = [];
      for (const recommender of both) {
        tokens.push(await aClickToken(test, recommender));
        test.clock.advance({ minutes: 1 });
      }
      const email = anEmail();
      await signsIn(email, { claimed: tokens });
      await trackSale(aSale(email), test);
      expect(await winnersOf(email)).toEqual([both[winner]?.champion.id]);
    }
  });

  it("counts for nothing when the sign-in came hours after the purchase, or never came", async () => {
    const anna = await aRecommender(test, friends);
    const [late, never] = [anEmail(), anEmail()];
    const claimed = [await aClickToken(test, anna)];
    await asks(never, { claimed });
    for (const email of [late, never]) await trackSale(aSale(email), test);
    test.clock.advance({ hours: 2 });
    await signsIn(late, { claimed });
    test.clock.advance({ minutes: 1 });
    for (const email of [late, never]) await trackSale(aSale(email), test);
    for (const email of [late, never]) expect(await winnersOf(email)).not.toContain(anna.champion.id);
  });

  it("goes along to another device with the mail's link, and with a code that was asked for again", async () => {
    const anna = await aRecommender(test, friends);
    const claimed = [await aClickToken(test, anna)];
    const [moved, again] = [anEmail(), anEmail()];
    const phone = await asks(moved, { claimed });
    await signsIn(moved, { openedLink: phone.linkToken });
    const first = await asks(again, { claimed });
    await signsIn(again, { browserSecret: first.browserSecret });
    for (const email of [moved, again]) expect(await carried(email)).toEqual([{ tokens: claimed }]);
  });

  it("stays with the mailbox it was asked for: nobody's link or browser brings a claim to somebody else", async () => {
    const anna = await aRecommender(test, friends);
    const stranger = await asks(anEmail(), { claimed: [await aClickToken(test, anna)] });
    const victim = anEmail();
    await signsIn(victim, { openedLink: stranger.linkToken });
    await signsIn(victim, { browserSecret: stranger.browserSecret });
    await signsIn(victim, { openedLink: "made up" });
    expect(await carried(victim)).toEqual([]);
  });

  it("comes along when somebody joins a program, and never makes a champion their own friend", async () => {
    const anna = await aRecommender(test, friends);
    const person = await aPerson(test);
    const claimed = [await aClickToken(test, anna), "not-ours"];
    const entry = { personId: person.id, slug: friends.slug, termsVersionId: friends.terms.id, displayName: "Zoë", code: "ZOE-CARRY", invitation: null };
    await joinProgram({ ...entry, claimed }, test);
    expect(await carried(person.email ?? "")).toEqual([{ tokens: claimed.slice(0, 1) }]);
    const own = await aRecommender(test, friends, { email: anEmail() });
    await signsIn(own.person.email ?? "", { claimed: [await aClickToken(test, own)] });
    await trackSale(aSale(own.person.email ?? ""), test);
    expect(await winnersOf(own.person.email ?? "")).toEqual(["self_referral"]);
  });
});

describe("what was carried is let go (A15)", () => {
  it("only with the transaction of the sign-up: one that fails leaves it where it was", async () => {
    const anna = await aRecommender(test, friends);
    const email = anEmail();
    await signsIn(email, { claimed: [await aClickToken(test, anna)] });
    const input = leadOf(email);
    const failing = test.db.transaction("a-sign-up-that-fails", async (tx) => {
      expect(await trackLead(input, { db: within(tx), clock: test.clock })).toMatchObject({ attributed: true });
      throw new Error("the power went off");
    });
    await expect(failing).rejects.toThrow("the power went off");
    expect(await carried(email)).toHaveLength(1);
    expect(await trackLead(input, test)).toMatchObject({ attributed: true, duplicate: false });
    expect(await carried(email)).toEqual([]);
  });

  it("and so may the browser: not before all it claimed stands with this person's sign-up or purchase", async () => {
    const anna = await aRecommender(test, friends);
    const email = anEmail();
    const tokens = [await aClickToken(test, anna), "rubbish"];
    const outcome = await signsIn(email, { claimed: tokens });
    const personId = outcome.signedIn ? outcome.personId : "";
    expect(await claimsArePresented({ personId, tokens }, test)).toBe(false);
    await lead(email);
    expect(await claimsArePresented({ personId, tokens }, test)).toBe(true);
    const later = [...tokens, await aClickToken(test, anna)];
    expect(await claimsArePresented({ personId, tokens: later }, test)).toBe(false);
  });

  it("and after 90 days, when no click counts any more", async () => {
    const email = anEmail();
    await signsIn(email, { claimed: [await aClickToken(test, await aRecommender(test, friends))] });
    test.clock.advance({ days: 89 });
    await forgetCredentials(test);
    expect(await carried(email)).toHaveLength(1);
    test.clock.advance({ days: 2 });
    await forgetCredentials(test);
    expect(await carried(email)).toEqual([]);
  });
});

it("a request keeps only what we signed", async () => {
  const email = anEmail();
  const token = await aClickToken(test, await aRecommender(test, friends));
  const browserSecret = randomSecret();
  const input = { email, locale: "en" as const, area: "portal" as const, returnTo: null, browserSecret, network: randomSecret() };
  await requestSignIn({ ...input, claimed: ["rubbish", token, `${token}x`] }, test);
  expect(await sql("select claimed from sign_in_code where email_hash = $1", emailHashOf(email))).toEqual([{ claimed: [token] }]);
});
