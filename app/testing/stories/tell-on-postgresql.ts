import { lockFriendOfPurchase } from "~/commerce/lock-friend.server";
import { recordStripeFacts } from "~/commerce/record-stripe-facts.server";
import { NO_FACTS, type StripeFacts } from "~/commerce/stripe-facts";
import { approveRewards } from "~/journeys/approve-rewards.server";
import { attributeByHand } from "~/journeys/attribute-by-hand.server";
import { linkToPerson } from "~/journeys/link-to-person.server";
import { settleFriend } from "~/journeys/settle-friend.server";
import { settlePurchase } from "~/journeys/settle-purchase.server";
import { settleRefund } from "~/journeys/settle-refund.server";
import { thankedPaymentFirst } from "~/journeys/thanked-payment-first.server";
import { trackLead } from "~/journeys/track-lead.server";
import { trackSale } from "~/journeys/track-sale.server";
import { within, type Tx } from "~/platform/db.server";
import { publishProgramVersion } from "~/programs/publish-program-version.server";
import type { LiveProgram } from "~/programs/program";
import { setProgramStatus } from "~/programs/set-program-status.server";
import { aClickToken, aRecommender, type Recommender } from "../builders/attribution";
import { aLink } from "../builders/sharing";
import type { TestDatabase } from "../test-database";
import type { Happening, Item, Story, StoryEvent } from "./read-stories";
import { readStoryOutcome } from "./read-story-outcome";
import { signUpLine } from "./story-outcome";
import { addressOf, programOf } from "./story-people";
import { rulesOf, storyProgram } from "./story-programs";

type Paid = Happening & { what: "pays" | "buys" };

let told = 0;

/** In which order Stripe's payments are told, and which of them at once. */
type Batches = (payments: StoryEvent[]) => StoryEvent[][];

/**
 * Tells a story to the running product: its journeys on PostgreSQL.
 * @param batches tells Stripe's payments after everything else, in these batches; else all is told as the story says
 * @returns the lines of its outcome
 */
export async function tellOnPostgresql(story: Story, test: TestDatabase, batches?: Batches): Promise<string[]> {
  return await new Telling(story, test, ++told).tell(batches);
}

class Telling {
  readonly #programs = new Map<string, LiveProgram>();
  readonly #champions = new Map<string, Recommender>();
  readonly #links = new Map<string, Awaited<ReturnType<typeof aLink>>>();
  readonly #tokens = new Map<string, string>();
  readonly #organisations = new Map<string, string>();
  readonly #purchases = new Map<number, { id: string; key: string }>();
  /** By their numbers in the story. */
  readonly #leads = new Map<number, string>();
  readonly #lines: string[] = [];
  #signUps = 0;

  constructor(
    readonly story: Story,
    readonly test: TestDatabase,
    /** Keeps the stories of one database apart. */
    readonly number: number,
  ) {}

  async tell(batches?: Batches): Promise<string[]> {
    const numbers = new Map(this.story.events.filter(({ happening: { what } }) => what === "pays" || what === "buys").map((event, i) => [event, i + 1]));
    const inTime = [...this.story.events].sort((a, b) => +a.toldAt - +b.toldAt);
    const mixed = inTime.filter(({ happening: { what } }) => batches && what === "pays");
    for (const event of inTime) {
      this.test.clock.set(event.toldAt);
      if (!mixed.includes(event)) await this.#hear(event, numbers.get(event) ?? 0);
    }
    // Made beforehand, so that two payments at once do not make the same champion twice.
    for (const { happening } of mixed) if ("items" in happening) await this.#handOver(happening.who, happening.items);
    for (const batch of batches?.(mixed) ?? []) {
      await Promise.all(batch.map((event) => this.#hear(event, numbers.get(event) ?? 0)));
    }
    // As if one more fact had come: what was decided is decided anew from all of them (A6).
    for (const { id } of this.#purchases.values()) await settlePurchase({ purchaseId: id }, this.test);
    const purchases = new Map([...this.#purchases].map(([number, { id }]) => [number, id]));
    return [...this.#lines, ...(await readStoryOutcome(this.test, { purchases, leads: this.#leads }, (id) => this.#nameOf(id)))];
  }

  async #hear({ happening, at }: StoryEvent, number: number): Promise<void> {
    switch (happening.what) {
      case "follows":
      case "claims": {
        const { who, of, label, what } = happening;
        const owner = await this.#champion(of);
        const link = label === null ? owner.link : await this.#labelled(owner, of, label);
        this.#tokens.set(`${who} ${of} ${label}`, await aClickToken(this.test, { ...owner, link }, { at, claimed: what === "claims" }));
        return;
      }
      case "is announced":
      case "signs up":
        return this.#signUp(happening);
      case "pays":
        return this.#paysAtStripe(happening, at, number);
      case "buys":
        return this.#buysThroughTheApi(happening, number);
      case "works for":
        this.#organisations.set(happening.who, happening.organisation);
        await this.#recordFacts({ customer: this.#customer(happening.who) });
        return;
      case "approved": {
        const { rewardId, version } = await this.#rewardOf(happening.payment);
        await approveRewards({ items: [{ rewardId, version }], by: "person:psn_admin" }, this.test);
        return;
      }
      case "refunded": {
        const { id, key } = this.#purchases.get(happening.payment)!;
        const refund = { key: `re_${key}`, paymentKey: key, amountMinor: happening.amountMinor, currency: "EUR", status: "succeeded" as const, kind: "refund" };
        await this.#recordFacts({ refunds: [{ ...refund, occurredAt: at }] });
        await settleRefund({ purchaseId: id }, this.test);
        return;
      }
      default:
        return this.#change(happening, at);
    }
  }

  async #change(happening: Happening, at: Date): Promise<void> {
    switch (happening.what) {
      case "pauses":
        return this.#member(happening.who, { status: "paused", pausedAt: at });
      case "leaves":
        return this.#member(happening.who, { status: "left", leftAt: at });
      case "is blocked":
        return this.#member(happening.who, { status: "blocked" });
      case "ends":
        await setProgramStatus({ programId: (await this.#program(happening.program)).id, to: "ended" }, this.test);
        return;
      case "changes": {
        const { id, version } = await this.#program(happening.program);
        const rules = { ...version.rules, ...rulesOf(happening.terms) };
        await publishProgramVersion({ programId: id, rules, copy: version.copy, by: "system", after: version.number }, this.test);
        return;
      }
      case "staff": {
        const { about, number } = happening;
        const where = about === "payment" ? { purchaseId: this.#purchases.get(number)!.id } : { leadId: this.#leads.get(number)! };
        const championId = happening.to && (await this.#champion(happening.to)).champion.id;
        const { id: conversionId, factsHash: basis } = await this.#read((tx) => tx.conversion.findUniqueOrThrow({ where }));
        await attributeByHand({ conversionId, championId: championId || null, reason: "As told.", by: "person:psn_admin", basis }, this.test);
      }
    }
  }

  async #signUp({ who, what, items }: Happening & { what: "signs up" | "is announced" }): Promise<void> {
    const [clickId = ""] = (await this.#handOver(who, items)).clickTokens;
    const mode = what === "is announced" ? ("deferred" as const) : ("wait" as const);
    const lead = { clickId, eventName: `Sign up ${this.#signUps}`, externalId: this.#key(who), email: this.#email(who), organisationId: this.#organisation(who), mode, rest: {} };
    const { linkId, reasons } = await trackLead(lead, this.test);
    if (what === "is announced") return;
    const link = linkId && (await this.#read((tx) => tx.link.findUniqueOrThrow({ where: { id: linkId } })));
    const { externalId, eventName } = lead;
    const { id } = await this.#read((tx) => tx.lead.findFirstOrThrow({ where: { externalId, eventName } }));
    this.#leads.set(++this.#signUps, id);
    this.#lines.push(signUpLine(this.#signUps, this.#nameOf(link ? link.championId : null), reasons[0] ?? null));
  }

  async #paysAtStripe({ who, currency, amountMinor, program, items }: Paid, occurredAt: Date, number: number): Promise<void> {
    const key = `pi_${this.number}_${number}`;
    const nothing = { invoiceId: null, checkoutSessionId: null, subscriptionId: null, settlesAt: null, taxMinor: 0n, shippingMinor: 0n, discountMinor: 0n, byProvider: true, lines: [] };
    const handed = await this.#handOver(who, items);
    const programHint = program && (await this.#program(program)).slug;
    const purchase = { ...nothing, ...handed, key, paymentIntentId: key, occurredAt, currency, paidMinor: amountMinor, programHint };
    const payment = { purchase, customer: null, email: this.#email(who), fingerprint: null, riskLevel: null };
    const paidSince = this.story.paidBefore.get(who) ?? null;
    await this.#recordFacts({ customer: this.#customer(who), payment, paidSince }, number);
  }

  async #buysThroughTheApi({ who, currency, amountMinor, items }: Paid, number: number): Promise<void> {
    const { clickTokens, codes } = await this.#handOver(who, items);
    if (codes.length > 0 || clickTokens.length > 1) throw new RangeError("a sale told through the API carries one token");
    const sale = { externalId: this.#key(who), amountMinor, currency, invoiceId: `${this.number}-${number}`, paymentProcessor: "custom", clickId: clickTokens[0] ?? null, email: this.#email(who) };
    const { purchaseId } = await trackSale(sale, this.test);
    this.#purchases.set(number, { id: purchaseId ?? "", key: `api:${sale.invoiceId}` });
  }

  /** What one event of Stripe's taught us, kept and settled as the worker does it. */
  async #recordFacts(facts: Partial<StripeFacts>, number?: number): Promise<void> {
    await this.#read(async (tx) => {
      const { clock } = this.test;
      const { purchase, madeCustomer, emailHash } = await recordStripeFacts({ ...NO_FACTS, ...facts }, thankedPaymentFirst, { db: within(tx), clock });
      await linkToPerson(tx, emailHash);
      if (!purchase) return;
      if (number) this.#purchases.set(number, { id: purchase.id, key: facts.payment?.purchase.key ?? "" });
      await settleFriend(tx, await lockFriendOfPurchase(tx, purchase, madeCustomer), clock);
    });
  }

  async #handOver(who: string, items: readonly Item[]): Promise<{ clickTokens: string[]; codes: string[] }> {
    const handed = { clickTokens: [] as string[], codes: [] as string[] };
    for (const item of items) {
      if (item.kind === "forged") handed.clickTokens.push(`AAAA${"x".repeat(60)}`);
      else if (item.kind === "stranger") handed.codes.push("NOBODYS-CODE");
      else if (item.kind === "code") handed.codes.push((await this.#champion(item.of)).code);
      else handed.clickTokens.push(this.#tokens.get(`${who} ${item.of} ${item.label}`) ?? "");
    }
    return handed;
  }

  async #rewardOf(number: number) {
    const { id: purchaseId } = this.#purchases.get(number)!;
    const { id: rewardId, version } = await this.#read(async (tx) => {
      const { id } = await tx.conversion.findUniqueOrThrow({ where: { purchaseId } });
      return await tx.reward.findFirstOrThrow({ where: { conversionId: id } });
    });
    return { rewardId, version };
  }

  async #champion(name: string): Promise<Recommender> {
    const known = this.#champions.get(name);
    if (known) return known;
    const program = await this.#program(programOf(name));
    const made = await aRecommender(this.test, program, { email: this.#email(name), code: `${name.toUpperCase()}-${this.number}` });
    this.#champions.set(name, made);
    return made;
  }

  async #labelled({ champion }: Recommender, of: string, label: string) {
    const link = this.#links.get(`${of} ${label}`) ?? (await aLink(this.test.db, { champion, label }));
    this.#links.set(`${of} ${label}`, link);
    return link;
  }

  #program(kind: string): Promise<LiveProgram> {
    return storyProgram(kind, this.story, this.number, this.test, this.#programs);
  }

  async #member(name: string, data: { status: "paused" | "left" | "blocked"; pausedAt?: Date; leftAt?: Date }): Promise<void> {
    const { champion } = await this.#champion(name);
    await this.#read((tx) => tx.champion.update({ where: { id: champion.id }, data }));
  }

  #customer(who: string) {
    const numbers = { stripeCustomerId: `cus_${this.#key(who)}`, externalId: null };
    return { ...numbers, email: this.#email(who), organisationId: this.#organisation(who), knownSince: null, deleted: false };
  }

  #organisation(who: string): string | null {
    const organisation = this.#organisations.get(who);
    return organisation ? `${organisation}-${this.number}` : null;
  }

  #nameOf(championId: string | null): string | null {
    return [...this.#champions].find(([, { champion }]) => champion.id === championId)?.[0] ?? null;
  }

  #key = (name: string) => `${name.toLowerCase()}-${this.number}`;
  #email = (name: string) => `${addressOf(name, this.story)}.${this.number}@example.test`;
  #read = <T>(work: (tx: Tx) => Promise<T>) => this.test.db.transaction("story", work);
}
