/** What was collected for causes, and passing it on. */
export const donations = {
  title: "Donations",
  lead: "What champions gave, collected for each cause. Pass it on, then note it here with the receipt.",
  waiting: "To pass on",
  amount: "{amount} collected",
  receipt: "Receipt",
  receiptHint: "Its number, or the bank's own for the transfer.",
  pass: "I passed on {amount}",
  empty: "Nothing to pass on",
  emptyLead: "What champions give comes up here as soon as it may leave.",
  changed: "More was collected meanwhile, or somebody passed it on. Here is how it stands.",
  done: "Noted and booked as one line.",
  passedOn: "Passed on lately",
  when: "When",
  cause: "Cause",
  sum: "Amount",
} as const;
