/** What mails say of signing in and of the account. */
export const account = {
  signInCode: {
    subject: "{code} is your sign-in code",
    heading: "Your sign-in code",
    type: "Type this code in the window where you asked for it. It works once, for {minutes, plural, one {one minute} other {# minutes}}.",
    orPress: "Or press the button. It opens a page that signs you in, in the browser where you asked.",
    action: "Open the sign-in page",
    why: "Somebody, most likely you, asked {company} for a code for this address. If it was not you, leave this mail be: without the code nobody gets in.",
  },
  emailChange: {
    old: {
      subject: "Your address changes on {day}: stop it if this was not you",
      heading: "A new address was asked for",
      asked: "Somebody who was signed in as you asked us to write to {address} from now on. We wait until {at}, to be sure that it was you.",
      ifYou: "If it was you, there is nothing you need to do.",
      action: "Stop the change",
    },
    new: {
      subject: "Confirm your new address",
      heading: "Confirm your new address",
      asked: "You asked {company} to write to this address from now on. Press the button to confirm that it is yours.",
      when: "The change takes effect on {at}. Your old address hears of it, too.",
      action: "Confirm this address",
      why: "Somebody entered this address in an account with {company}. If it was not you, leave this mail be, and nothing happens.",
    },
  },
  emailChanged: {
    subject: "Your address with {company} has changed",
    heading: "Your address has changed",
    changed: "Since {at} we write to {address}.",
    notYou: "Was it not you? Reply to this mail, and a person helps you today or on the next working day.",
    action: "See your account",
  },
  payoutDetails: {
    subject: "Another bank account for your rewards: nothing is paid before {day}",
    heading: "Another bank account for your rewards",
    changed: "Since {at} rewards of {company} go to another bank account than before.",
    waits: "To be sure that it was you, nothing is paid to it until {paidFrom}.",
    notYou: "Was it not you? Reply to this mail before then, and a person stops it.",
    action: "See your account",
  },
  factor: {
    subject: {
      passkey_added: "A passkey was added to your account",
      passkey_removed: "A passkey was removed from your account",
      totp_added: "An authenticator app was added to your account",
      totp_removed: "The authenticator app was removed from your account",
    },
    changed: "It happened on {at}. If that was you, all is well.",
    notYou: "Was it not you? Sign in, undo it, and reply to this mail.",
    action: "See how you sign in",
  },
} as const;
