/** Ready sentences for a refusal, one per clause of the terms; a person may change them before they are sent. */
export const refusalWords = {
  reward: "This order does not earn a reward under the conditions on the program page. Thank you for telling somebody about us all the same.",
  counting: "We could not tell that this order came through your link or code in time. Thank you for sharing all the same.",
  own_purchases: "This looks like an order of your own, and for those there is your own offer, which is worth at least as much.",
  new_recommendation: "This one did not count as a new recommendation. Your friend keeps what they got.",
  honest_sharing: "This order came by a way that the terms leave out, such as an advertisement or a coupon site. Sharing with people you know counts.",
  hold: "This order did not stand at the end of the waiting time.",
  refunds: "This order was refunded, so there is nothing left to share from it.",
  refusal: "We looked at this one closely and do not count it. If we missed something, please tell us.",
  changes: "The program had ended when this order was placed. What you earned before stays yours.",
  leaving: "You had left the program when this order was placed. What you earned before stays yours.",
  own: "This one does not earn a reward under the clause named here. If we missed something, please tell us.",
} as const;
