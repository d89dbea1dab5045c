export const errors = {
  reference: "Reference for support: {reference}",
  back: "Go to the start page",
  retry: "Try this page again",
  page: {
    notFound: {
      title: "This page is not here",
      what: "The address may have changed, or it belongs to another account.",
      kept: "Nothing of yours was changed.",
      next: "Check the address, or start again from the first page.",
    },
    forbidden: {
      title: "This page belongs to another role",
      what: "You are signed in, but this account has no access here.",
      kept: "Nothing was changed.",
      next: "Ask an owner of the program for access, or sign in with another account.",
    },
    crossSite: {
      title: "This did not come from our own page",
      what: "Another site, or a page that was open for long, tried to send this here, so we did not take it.",
      kept: "Nothing was changed.",
      next: "Open the page here again and send it from there.",
    },
    conflict: {
      title: "Something changed while you were looking",
      what: "Somebody else, or you in another window, already changed this.",
      kept: "Your last click did nothing, so nothing was done twice.",
      next: "Open the page again to see how it stands now.",
    },
    tooLarge: {
      title: "That is more than we can take in",
      what: "The text or file is larger than this form accepts.",
      kept: "Nothing was saved; what was there before is still there.",
      next: "Go back, make it smaller and send it again.",
    },
    tooMany: {
      title: "A short pause",
      what: "There were many tries in a short time, so this page rests for a few minutes.",
      until:
        "There were many tries in a short time. You can try again in {minutes, plural, one {one minute} other {# minutes}}.",
      kept: "Nothing is lost.",
      next: "After that, try once more from this page.",
    },
    unavailable: {
      title: "We are away for a moment",
      what: "A part of the site is restarting.",
      kept: "Everything that was confirmed on screen is saved.",
      next: "Try this page again in one minute.",
    },
    badRequest: {
      title: "We could not read that",
      what: "Your browser sent something this page does not understand.",
      kept: "Nothing was changed.",
      next: "Go back and try once more from the page itself.",
    },
    unexpected: {
      title: "This went wrong on our side",
      what: "Something broke while this page was being made. It has been written down for us.",
      kept: "Everything that was confirmed on screen is saved.",
      next: "Try again. If it happens again, send us the reference below and a person looks into it.",
    },
  },
  form: {
    summary: "{count, plural, one {One thing needs another look.} other {# things need another look.}} What you typed is kept.",
    unknownField: "This form holds a field we do not know. Open the page again and fill it in once more.",
  },
  field: {
    required: "Please fill this in.",
    notUnderstood: "We could not read this. Please check how it is written.",
    email: "This does not look like an e-mail address. An example: anna@example.com",
    url: "This does not look like a web address. An example: https://example.com",
    choose: "Please choose one of the options.",
    tooSmall: {
      text: "Please use at least {minimum, plural, one {# character} other {# characters}}.",
      number: "Please enter {minimum, number} or more.",
      list: "Please choose at least {minimum, number}.",
    },
    tooBig: {
      text: "Please use at most {maximum, plural, one {# character} other {# characters}}.",
      number: "Please enter {maximum, number} or less.",
      list: "Please choose at most {maximum, number}.",
    },
  },
} as const;
