import { account } from "./account.en";
import { expiry } from "./expiry.en";
import { inquiry } from "./inquiry.en";
import { points } from "./points.en";
import { returns } from "./returns.en";
import { rewards } from "./rewards.en";
import { staff } from "./staff.en";

export const mail = {
  greeting: { named: "Hi {name},", nameless: "Hello," },
  someone: { unnamed: "Someone you recommended", initial: "{initial}., whom you recommended," },
  facts: { reward: "Your reward", decisionBy: "Decision by", link: "Your link", code: "Your code", worth: "Worth", until: "Valid until", left: "What stays yours", earned: "You earned", open: "Still open", tracking: "Number of the parcel" },
  footer: {
    why: "Why you get this:",
    stop: "Stop these mails",
    choose: "Choose which mails you get",
    zone: "Times in this mail are those of {zone}.",
    reply: "Questions? A reply to this mail reaches a person.",
  },
  why: {
    recommends: "You recommend {company} in “{program}”.",
    account: "You have an account with {company}, and this concerns its safety.",
    staff: "You work at the desk of {company}.",
  },
  welcome: {
    subject: "Welcome: your own link for “{program}” is ready",
    heading: "Your link is ready",
    thanks: "Thank you for joining “{program}”. This link is yours alone, and so is the code.",
    own: "There is something for you too: {offer} off an order of your own. The code for it stands on your page.",
    share: "Do you know one person who would be happy with us? Send them the link, in your own words. On your page you see what becomes of it.",
    action: "Go to your page",
    why: "You joined “{program}” of {company}.",
  },
  application: {
    why: "You applied to “{program}” of {company}.",
    received: {
      subject: "We have your application: an answer by {answerBy}",
      heading: "Your application is with us",
      promise: "Thank you for wanting to recommend us. A person reads what you wrote, and you have an answer by {answerBy}.",
      wait: "Until then there is nothing you need to do.",
      action: "See your application",
    },
    accepted: {
      subject: "You are in: welcome to “{program}”",
      heading: "You are in",
      thanks: "Thank you for applying. We are glad that you want to recommend us.",
      next: "On your page you find your link and everything there is to share.",
      action: "Go to your page",
    },
    refused: {
      subject: "Your application to “{program}”: not this time",
      heading: "Not this time",
      decided: "A person read your application, and this time the answer is no. {reason}",
      again: "You are welcome to apply again from {date}.",
      disagree: "Do you think we missed something? Reply to this mail, and a person reads it.",
      action: "See your application",
    },
  },
  promiseLate: {
    subject: "It takes longer than we said: an answer by {newBy}",
    heading: "It takes longer than we said",
    about: {
      reward: "We promised you a decision about your reward by {firstBy}, and we will not make that.",
      appeal: "We promised to look again and answer you by {firstBy}, and we will not make that.",
      question: "We promised you an answer to your question by {firstBy}, and we will not make that.",
      application: "We promised you an answer to your application by {firstBy}, and we will not make that.",
    },
    because: {
      nobody_yet: "The reason: a person has to look at it with care, and nobody has got to it yet. It has nothing to do with you.",
      second_person: "The reason: two people have to agree. One has, the other has not got to it yet.",
    },
    next: "You have it by {newBy}. There is nothing you need to do, and we are sorry for the wait.",
    action: "See where it stands",
  },
  question: {
    received: {
      subject: "A person looks into it: an answer by {answerBy}",
      heading: "A person looks into it",
      promise: "Thank you for asking. A person looks at everything around it, and you have an answer by {answerBy}.",
      action: "See your question",
    },
    answered: {
      subject: "The answer to your question",
      heading: "The answer to your question",
      action: "See your question",
    },
  },
  bundle: {
    subject: "{count, plural, one {News} other {# pieces of news}} about your recommendations",
    heading: "What became of your recommendations",
    intro: "We write to you at most {perWeek, plural, one {once} =2 {twice} other {# times}} a week, so this comes together.",
    why: "You recommend {company}.",
    action: "Go to your page",
  },
  inquiry,
  ...account,
  ...expiry,
  ...points,
  ...returns,
  ...rewards,
  ...staff,
} as const;
