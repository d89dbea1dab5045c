import type { Decision } from "~/attribution/decision";
import { decideAttribution } from "~/attribution/decide-attribution";
import type {
  Bind, BrokenToken, ChampionFact, FriendHistory, HandFact, LeadFact, PaymentFact, ProgramFact, TouchFact,
} from "~/attribution/friend-history";
import { presentedTouches } from "~/attribution/presented-touches";
import { aChampionFact, aProgramFact } from "../builders/friend-history";
import type { Happening, Item, Story, StoryEvent } from "./read-stories";
import { paymentLines, signUpLine, traceLine } from "./story-outcome";
import { programOf, whoIs } from "./story-people";

/** A fact with the name of whom it is about. */
type Of<Fact> = Fact & { who: string };

/** Tells a story to the pure decision alone, fact by fact in the order of telling. @returns the lines of its outcome */
export function tellInMemory(story: Story): string[] {
  const memory = new Memory(story);
  return memory.tell();
}

class Memory {
  readonly #programs = new Map<string, ProgramFact>();
  readonly #champions = new Map<string, ChampionFact>();
  readonly #clicks = new Map<string, { source: string; kind: "token" | "claim"; at: Date }>();
  readonly #touches: Of<TouchFact>[] = [];
  readonly #broken: Of<BrokenToken>[] = [];
  readonly #payments = new Map<number, Of<PaymentFact>>();
  readonly #leads: Of<LeadFact>[] = [];
  readonly #hands: HandFact[] = [];
  readonly #organisations = new Map<string, string>();
  /** What was decided when a reward was approved: it stands (A6). */
  readonly #standing = new Map<number, Decision>();
  #frozen: (Bind & { who: string }) | null = null;
  readonly #lines: string[] = [];
  #signUps = 0;

  constructor(readonly story: Story) {
    for (const id of ["friends", "affiliates"]) {
      const { model = id === "friends" ? "first" : "last", clickMemoryDays = 30, qualifyDays = 365 } = story.terms.get(id) ?? {};
      this.#programs.set(id, aProgramFact(id, { model, clickMemoryDays, qualifyDays }));
    }
  }

  tell(): string[] {
    const numbers = new Map(this.story.events.filter(isPayment).map((event, i) => [event, i + 1]));
    const told = [...this.story.events].sort((a, b) => +a.toldAt - +b.toldAt);
    for (const event of told) this.#hear(event, numbers.get(event) ?? 0);
    for (const [number, payment] of [...this.#payments].sort(([a], [b]) => a - b)) {
      this.#lines.push(...paymentLines(number, this.#named(this.#decisionAbout(number, payment))));
    }
    for (const [i, { id, who }] of this.#leads.entries()) {
      const { trace } = this.#decide(who).find(({ momentId }) => momentId === id)!;
      this.#lines.push(traceLine(`sign-up ${i + 1}`, trace));
    }
    return this.#lines;
  }

  #hear({ happening, at }: StoryEvent, number: number): void {
    switch (happening.what) {
      case "follows":
      case "claims": {
        const { who, of, label, what } = happening;
        this.#clicks.set(`${who} ${of} ${label}`, { source: `clk-${this.#clicks.size}`, kind: what === "claims" ? "claim" : "token", at });
        return;
      }
      case "is announced":
        return this.#present(happening.who, happening.items, at);
      case "signs up": {
        this.#present(happening.who, happening.items, at);
        const lead = { id: `lead-${this.#leads.length}`, at, who: happening.who };
        this.#leads.push(lead);
        const decision = this.#decide(happening.who).find(({ momentId }) => momentId === lead.id);
        this.#lines.push(signUpLine(++this.#signUps, decision?.bind?.championId ?? null, decision?.reason ?? null));
        return;
      }
      case "pays":
      case "buys": {
        const { who, program, items } = happening;
        this.#present(who, items, at);
        this.#payments.set(number, { id: `payment-${number}`, key: `pi_${number}`, at, programId: program, who });
        return;
      }
      case "works for":
        this.#organisations.set(happening.who, happening.organisation);
        return;
      case "staff":
        return this.#staff(happening, at);
      case "approved": {
        const payment = this.#payment(happening.payment);
        const decision = this.#decisionAbout(happening.payment, payment);
        this.#frozen = decision.bind && { ...decision.bind, who: payment.who };
        this.#standing.set(happening.payment, decision);
        return;
      }
      case "refunded":
        return;
      default:
        this.#change(happening, at);
    }
  }

  #change(happening: Happening, at: Date): void {
    switch (happening.what) {
      case "pauses":
        return this.#member(happening.who, { status: "paused", pausedAt: at });
      case "leaves":
        return this.#member(happening.who, { status: "left", leftAt: at });
      case "is blocked":
        return this.#member(happening.who, { status: "blocked" });
      case "ends":
      case "changes": {
        const program = this.#programs.get(happening.program)!;
        if (happening.what === "ends") this.#programs.set(program.id, { ...program, ended: true });
        else {
          const { model, clickMemoryDays, qualifyDays } = { ...program.versions.at(-1)!, ...happening.terms };
          program.versions.push({ id: `${program.id}-v${program.versions.length + 1}`, publishedAt: at, model, clickMemoryDays, qualifyDays });
        }
      }
    }
  }

  #member(name: string, change: Partial<ChampionFact>): void {
    this.#champions.set(name, { ...(this.#champions.get(name) ?? aChampionFact(name)), ...change });
  }

  #staff({ about, number, to }: Happening & { what: "staff" }, at: Date): void {
    const momentId = about === "payment" ? this.#payment(number).id : this.#leads[number - 1]!.id;
    const decided = to && { programId: programOf(to), championId: to, linkId: to };
    this.#hands.push({ id: `hand-${this.#hands.length}`, momentId, decidedAt: at, to: decided || null });
    if (this.#frozen?.championId !== to) {
      this.#frozen = null;
      this.#standing.clear();
    }
  }

  #present(who: string, items: readonly Item[], presentedAt: Date): void {
    for (const item of items) {
      if (item.kind === "stranger") continue;
      if (item.kind === "forged") {
        this.#broken.push({ source: `forged-${this.#broken.length}`, presentedAt, who });
        continue;
      }
      const { of, label, kind } = item;
      const owner = { championId: of, programId: programOf(of), linkId: `${of} ${label ?? "main"}`, presentedAt, who };
      const click = this.#clicks.get(`${who} ${of} ${label}`);
      if (kind === "link" && !click) throw new RangeError(`${who} never followed ${of}'s link`);
      const touch = kind === "link" ? { ...click!, touchedAt: click!.at } : { kind, source: `code-${of}`, touchedAt: presentedAt };
      this.#touches.push({ ...owner, kind: touch.kind, source: touch.source, touchedAt: touch.touchedAt, id: `touch-${touch.source}` });
    }
  }

  #payment(number: number): Of<PaymentFact> {
    const payment = this.#payments.get(number);
    if (!payment) throw new RangeError(`payment ${number} was not told yet`);
    return payment;
  }

  #decisionAbout(number: number, payment: Of<PaymentFact>): Decision {
    return this.#standing.get(number) ?? this.#decide(payment.who).find(({ momentId }) => momentId === payment.id)!;
  }

  /** Every moment of a friend under all their names and in their organisation (A18), from what was told by now. */
  #decide(who: string): Decision[] {
    const names = whoIs(who, this.story, this.#organisations);
    const theirs = <Fact>(all: Iterable<Of<Fact>>) => [...all].filter((fact) => names.has(fact.who));
    const payments = theirs<PaymentFact>(this.#payments.values());
    const leads = theirs<LeadFact>(this.#leads);
    const paid = [...this.story.paidBefore].flatMap(([name, at]) => (names.has(name) ? [+at] : []));
    const touches = presentedTouches(theirs<TouchFact>(this.#touches), []);
    const champions = new Map(this.#champions);
    for (const name of [...touches.map(({ championId }) => championId), ...this.#hands.flatMap(({ to }) => to?.championId ?? [])]) {
      const sameAsFriend = names.has(name) ? ("email" as const) : null;
      champions.set(name, { ...(champions.get(name) ?? aChampionFact(name)), sameAsFriend });
    }
    const facts: FriendHistory = {
      payments, touches, champions, leads, brokenTokens: theirs<BrokenToken>(this.#broken),
      programs: this.#programs, paidSince: paid.length === 0 ? null : new Date(Math.min(...paid)),
      byHand: this.#hands.filter(({ momentId }) => [...payments, ...leads].some(({ id }) => id === momentId)),
      frozenBind: this.#frozen && names.has(this.#frozen.who) ? this.#frozen : null,
    };
    return decideAttribution(facts).decisions;
  }

  #named({ bind, reason, touches, trace }: Decision) {
    const owner = (touchId: string) => this.#touches.find(({ id }) => id === touchId)?.championId ?? "";
    return {
      winner: bind?.championId ?? null,
      reason,
      lost: touches.flatMap(({ touchId, reason: lost }) => (lost ? [{ champion: owner(touchId), reason: lost }] : [])),
      trace: trace.map(({ championId, ...step }) => ({ ...step, champion: championId })),
    };
  }
}

function isPayment({ happening: { what } }: StoryEvent): boolean {
  return what === "pays" || what === "buys";
}
