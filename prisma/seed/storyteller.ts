import { DEMO_PEOPLE } from "~/identity/demo-people";
import { findOrCreatePerson } from "~/identity/find-or-create-person.server";
import { applyToProgram } from "~/journeys/apply-to-program.server";
import { approveRewards } from "~/journeys/approve-rewards.server";
import { askAPerson } from "~/journeys/ask-a-person.server";
import { claimOffer } from "~/journeys/claim-offer.server";
import { decideApplication } from "~/journeys/decide-application.server";
import { giveQuestionAnswer } from "~/journeys/give-question-answer.server";
import { joinProgram } from "~/journeys/join-program.server";
import { leaveProgram } from "~/journeys/leave-program.server";
import { makeLink } from "~/journeys/make-link.server";
import { changeMembership } from "~/champions/change-membership.server";
import { findFollowed, recordVisit } from "~/journeys/record-visit.server";
import { refuseRewards } from "~/journeys/refuse-rewards.server";
import { releaseHolds } from "~/journeys/release-holds.server";
import { showQuestions } from "~/journeys/show-questions.server";
import { processClock } from "~/platform/deps.server";
import { localDay } from "~/programs/business-calendar";
import { getProgramBySlug } from "~/programs/get-program-by-slug.server";
import { listQueue } from "~/rewards/list-queue.server";
import { channelOf } from "~/sharing/share-channel";
import { recordFunnelEvent } from "~/sharing/record-funnel-event.server";
import { checkFreeCode } from "~/sharing/check-free-code.server";
import { Customers } from "./customers";
import { decideByHand } from "./decide-by-hand";
import type { SeedPerson } from "./people";
import { Chance } from "./random";
import type { Scene } from "./set-the-scene";
import type { Stage } from "./stage";
import type { ProgramSlug, SeedEvent } from "./story";
import { ANSWERS, BY_HAND, NOTES, QUESTIONS, REASONS, REFUSALS } from "./words";

interface Champion {
  championId: string;
  personId: string;
  locale: "nl" | "en";
  code: string;
  labelled: string | null;
}

const PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1";
/** What the champion whom one click signs in as puts behind a link, by where it goes (A5). */
const TAGS: Record<string, string> = { whatsapp: "groepsapp", facebook: "buurtgroep", poster: "koelkast" };
const BOT = "WhatsApp/2.24.8.78 A";

/** Lets each event of the story happen through the same journeys that pages, webhooks and jobs call. */
export class Storyteller {
  readonly #champions = new Map<string, Champion>();
  readonly #tokens = new Map<number, string>();
  readonly #chance = new Chance(11);
  readonly #customers: Customers;

  constructor(
    private readonly stage: Stage,
    private readonly scene: Scene,
  ) {
    this.#customers = new Customers(stage);
  }

  /** The newcomer whom one click signs in as: a customer who has not joined yet. */
  async prepareNewcomer(): Promise<void> {
    const newcomer = DEMO_PEOPLE.find(({ key }) => key === "newcomer");
    if (newcomer) await this.#customers.becomeKnown(newcomer);
  }

  /** Lets time pass. Each hold that ends meanwhile is looked at when it ends, as the worker does. */
  async waitUntil(at: Date): Promise<void> {
    for (;;) {
      const holdEnd = await this.stage.nextHoldEnd();
      if (!holdEnd || holdEnd >= at) break;
      await this.stage.moveTo(new Date(holdEnd.getTime() + 1_000));
      await releaseHolds();
      await this.stage.quiet();
    }
    await this.stage.moveTo(at);
  }

  async tell(event: SeedEvent): Promise<void> {
    switch (event.kind) {
      case "join":
        return this.#join(event);
      case "apply":
        return this.#apply(event);
      case "decide-application":
        return this.#decideApplication(event);
      case "standing":
        return this.#changeStanding(event);
      case "share":
        return this.#with(event, async ({ championId }) => {
          await recordFunnelEvent({ kind: "share_pressed", championId, linkId: null, channel: event.channel, clickId: null });
        });
      case "visit":
        return this.#visit(event);
      case "claim":
        return this.#claim(event);
      case "buy":
        return this.#buy(event);
      case "sign-up":
        return this.#customers.signUp(event.friend, event.visit === null ? null : (this.#tokens.get(event.visit) ?? null));
      case "by-hand":
        return this.#with(event, async ({ championId }) => {
          const by = this.scene.approvers[0];
          await decideByHand({ payment: this.#customers.paymentOf(event.friend), championId, reason: BY_HAND, by });
        });
      case "refund":
        return this.#customers.refund(event.friend, event.part);
      case "renew":
        return this.#customers.renew(event.friend);
      case "ask":
        return this.#ask(event);
      case "desk":
        return this.#sitAtDesk();
    }
  }

  async #join({ who, program, person, label }: Extract<SeedEvent, { kind: "join" }>): Promise<void> {
    await this.#customers.becomeKnown(person);
    const { personId, slug, termsVersionId, displayName, code } = await this.#entry(person, program);
    const { championId } = await joinProgram({ personId, slug, termsVersionId, displayName, code, invitation: null });
    const link = label ? await makeLink({ championId, label, code: null }) : null;
    this.#champions.set(key(who, program), { championId, personId, locale: person.locale, code, labelled: link?.code ?? null });
  }

  async #apply({ who, person, note }: Extract<SeedEvent, { kind: "apply" }>): Promise<void> {
    await this.#customers.becomeKnown(person);
    const { personId, slug, termsVersionId, displayName, code } = await this.#entry(person, "makers");
    const { championId } = await applyToProgram({ personId, slug, termsVersionId, displayName, code, note: NOTES[person.locale][note] });
    this.#champions.set(key(who, "makers"), { championId, personId, locale: person.locale, code, labelled: null });
  }

  async #entry(person: SeedPerson, slug: ProgramSlug) {
    const { id: personId } = await findOrCreatePerson(person);
    const { terms } = await getProgramBySlug(slug);
    if (!terms) throw new Error(`${slug} has no terms`);
    const check = await checkFreeCode({ typed: person.firstName, firstName: person.firstName, reserved: [] });
    const code = check.ok ? check.code : check.suggestions[0];
    if (!code) throw new Error("no code is free");
    return { personId, slug, termsVersionId: terms.id, displayName: person.firstName, code };
  }

  async #decideApplication({ who, accept }: Extract<SeedEvent, { kind: "decide-application" }>): Promise<void> {
    await this.#with({ who, program: "makers" }, async ({ championId, locale }) => {
      const mayReapplyAt = new Date(processClock().now().getTime() + 90 * 86_400_000);
      const verdict = accept ? ({ approve: true } as const) : ({ approve: false, reason: REASONS[locale], mayReapplyAt } as const);
      await decideApplication({ championId, verdict, by: this.scene.approvers[0] });
    });
  }

  async #changeStanding({ who, program, change }: Extract<SeedEvent, { kind: "standing" }>): Promise<void> {
    await this.#with({ who, program }, async ({ championId }) => {
      if (change === "leave") await leaveProgram({ championId });
      else await changeMembership({ championId, to: "paused" });
    });
  }

  async #visit({ who, program, visit, channel, labelled, bot }: Extract<SeedEvent, { kind: "visit" }>): Promise<void> {
    await this.#with({ who, program }, async (champion) => {
      const code = (labelled && champion.labelled) || champion.code;
      const ip = `203.0.113.${this.#chance.between(1, 250)}`;
      const followed = await findFollowed(code);
      if (!followed) throw new Error(`nobody has the code ${code}`);
      const { location, kept } = recordVisit(followed, {
        visit: {
          uncountedBecause: bot ? "bot" : null,
          device: this.#chance.happens(0.7) ? "phone" : "desktop",
          language: this.#chance.happens(0.8) ? "nl" : "en",
          country: "unknown",
          referrerHost: null,
          channel: channelOf(channel),
          tag: who === 0 ? (TAGS[channel] ?? null) : null,
        },
        ip: `${ip.slice(0, ip.lastIndexOf("."))}.${this.#chance.between(1, 254)}`,
        userAgent: bot ? BOT : PHONE,
      });
      await kept;
      const token = new URL(location, "http://localhost").searchParams.get("c");
      if (token) this.#tokens.set(visit, token);
    });
  }

  async #claim({ who, program, visit, initial }: Extract<SeedEvent, { kind: "claim" }>): Promise<void> {
    await this.#with({ who, program }, async ({ code }) => {
      const token = this.#tokens.get(visit);
      if (token) await claimOffer({ code, token, initial });
    });
  }

  async #buy({ who, program, visit, friend, sku, quantity, byCode }: Extract<SeedEvent, { kind: "buy" }>): Promise<void> {
    const champion = who === null ? undefined : this.#champions.get(key(who, program));
    const token = visit === null ? null : (this.#tokens.get(visit) ?? null);
    await this.#customers.buy({ email: friend, sku, quantity, token, code: byCode ? (champion?.code ?? null) : null });
  }

  async #ask({ who, happened }: Extract<SeedEvent, { kind: "ask" }>): Promise<void> {
    await this.#with({ who, program: "friends" }, async ({ championId, locale }) => {
      const { calendar } = await getProgramBySlug("friends");
      const yesterday = localDay(calendar.zone, new Date(processClock().now().getTime() - 86_400_000));
      await askAPerson({ championId, asked: { day: yesterday, happened, linkId: null }, note: QUESTIONS[locale][happened] });
    });
  }

  /** A morning at the desk: what was promised soon is decided, and every question answered. */
  async #sitAtDesk(): Promise<void> {
    const soon = new Date(processClock().now().getTime() + 7 * 86_400_000);
    const { rows } = await listQueue({ view: "waiting", page: 1 });
    for (const { rewardId, version, decideBy } of rows) {
      if (decideBy > soon) continue;
      const [first, second] = this.scene.approvers;
      const items = [{ rewardId, version }];
      if (this.#chance.happens(0.06)) await refuseRewards({ items, clauseNumber: 4, note: REFUSALS.nl, by: first });
      else await approveRewards({ items, by: this.#chance.happens(0.7) ? first : second });
    }
    const { questions } = await showQuestions({ answered: false, page: 1 });
    for (const { id: questionId, locale } of questions) {
      await giveQuestionAnswer({ questionId, answer: ANSWERS[locale], by: this.scene.approvers[0] });
    }
  }

  async #with(of: { who: number; program: ProgramSlug }, act: (champion: Champion) => Promise<void>): Promise<void> {
    const champion = this.#champions.get(key(of.who, of.program));
    if (champion) await act(champion);
  }
}

const key = (who: number, program: ProgramSlug) => `${who}:${program}`;
