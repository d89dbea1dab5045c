/** A champion's gift: where it may go and what was chosen. */
export const gift = {
  title: "Your gift",
  toPage: "See your gift",
  worth: "For your recommendation there is a gift worth about {amount}.",
  state: {
    address_needed: "Tell us where it may go. We ask only now, for this parcel alone.",
    to_be_sent: "We know where it may go. A person chooses something for you and sends it; you get a mail then.",
    sent: "{item} was sent on {date}.",
    received: "{item} reached you on {date}. We have forgotten your address.",
    closed: "Nothing is to be sent at the moment. Its page says why.",
  },
  tracking: "Number of the parcel",
  address: "Your postal address",
  addressHint: "Name, street and place, each on a line of its own. We forget it as soon as you say that the parcel is there, or 30 days after it was sent.",
  save: "Send it here",
  change: "Change the address",
  saved: "Thank you. We have the address.",
  arrived: "It has arrived",
  arrivedHint: "Then we forget your address at once.",
  tooLate: "It was sent a moment ago, to the address you gave before.",
  issue: {
    address: "Please write the whole address, in at most 400 signs.",
    lines: "Please give name, street and place a line each.",
  },
} as const;
