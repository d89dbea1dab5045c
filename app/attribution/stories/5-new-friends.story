# Only new buyers can be brought (A8, A17), under all their names, and organisations are one friend (A18).

Somebody who paid before we listened
  Tom paid before, on day -90
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link
  => payment 1: nobody, friend_not_new
  => payment 1, Anna: friend_not_new at friend_new (A8)

Who paid between our start and the touch
  day 1   Tom buys
  day 3   Tom follows Anna's link
  day 10  Tom buys with Anna's link
  => payment 1: nobody, not_referred
  => payment 1 as a whole: not_referred at nothing_presented (A5)
  => payment 2: nobody, friend_not_new
  => payment 2, Anna: friend_not_new at friend_new (A8)

An account without a payment makes nobody old
  day 1   Tom signs up
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link
  => sign-up 1: nobody, not_referred
  => payment 1: Anna

The same person under another number, by the same address
  Tim is Tom
  day 1   Tom pays
  day 3   Tim follows Anna's link
  day 10  Tim pays with Anna's link
  => payment 1: nobody, not_referred
  => payment 1 as a whole: not_referred at nothing_presented (A5)
  => payment 2: nobody, friend_not_new
  => payment 2, Anna: friend_not_new at friend_new (A8)

Bound under one number, paying under another
  Tim is Tom
  day 3   Tom follows Anna's link
  day 4   Tom signs up with Anna's link
  day 10  Tim pays
  => sign-up 1: Anna
  => payment 1: Anna

A code typed by somebody who paid before
  day 1   Tom pays
  day 10  Tom pays with Anna's code
  => payment 1: nobody, not_referred
  => payment 1 as a whole: not_referred at nothing_presented (A5)
  => payment 2: nobody, friend_not_new
  => payment 2, Anna: friend_not_new at friend_new (A8)

A code at the first payment, and another one at the next
  day 10  Tom pays with Anna's code
  day 20  Tom pays with Bea's code
  => payment 1: Anna
  => payment 2: Anna
  => payment 2, Bea: already_bound at bound_before (A7)

A code typed after a payment without any
  day 10  Tom pays with a code of nobody
  day 20  Tom pays with Anna's code
  => payment 1: nobody, not_referred
  => payment 1 as a whole: not_referred at nothing_presented (A5)
  => payment 2: nobody, friend_not_new
  => payment 2, Anna: friend_not_new at friend_new (A8)

A code of nobody is a discount of the shop's own
  day 10  Tom pays with a code of nobody
  => payment 1: nobody, not_referred
  => payment 1 as a whole: not_referred at nothing_presented (A5)

Nothing at all
  day 10  Tom pays
  => payment 1: nobody, not_referred
  => payment 1 as a whole: not_referred at nothing_presented (A5)
  => trace of payment 1: nothing_presented

Only a forged token
  day 10  Tom pays with a forged token
  => payment 1: nobody, token_invalid
  => payment 1 as a whole: token_invalid at token_signature (A9)
  => trace of payment 1: token_signature

A friend of nobody signs up, then follows a link, then pays
  day 1   Tom signs up
  day 3   Tom follows Anna's link
  day 4   Tom signs up with Anna's link
  day 10  Tom pays
  => sign-up 1: nobody, not_referred
  => sign-up 2: Anna
  => payment 1: Anna

One sign-up after another: the first with a touch binds
  day 3   Tom follows Anna's link
  day 4   Tom signs up with Anna's link
  day 5   Tom follows Bea's link
  day 6   Tom signs up with Bea's link
  day 10  Tom pays
  => sign-up 1: Anna
  => sign-up 2: Anna
  => payment 1: Anna
  => payment 1, Bea: already_bound at bound_before (A7)

A sign-up that was only announced binds at the payment
  day 3   Tom follows Anna's link
  day 4   Tom is announced with Anna's link
  day 10  Tom buys
  => payment 1: Anna

Announced, then signed up without anything
  day 3   Tom follows Anna's link
  day 4   Tom is announced with Anna's link
  day 6   Tom signs up
  day 50  Tom buys
  => sign-up 1: Anna
  => payment 1: Anna

A claim counts like a link
  day 3   Tom claims Anna's link
  day 10  Tom buys with Anna's link
  => payment 1: Anna

A link with a name of its own
  day 3   Tom follows Anna's newsletter link
  day 10  Tom buys with Anna's newsletter link
  => payment 1: Anna

A colleague's purchase makes the whole organisation known
  day 1   Tom works for Acme
  day 1   Mia works for Acme
  day 2   Mia pays
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link
  => payment 1: nobody, not_referred
  => payment 1 as a whole: not_referred at nothing_presented (A5)
  => payment 2: nobody, friend_not_new
  => payment 2, Anna: friend_not_new at friend_new (A8)

One organisation, one bind: the colleague's payment counts for the same champion
  day 1   Tom works for Acme
  day 1   Mia works for Acme
  day 3   Tom follows Anna's link
  day 4   Tom signs up with Anna's link
  day 10  Mia pays
  => sign-up 1: Anna
  => payment 1: Anna

Two colleagues were brought by two champions before either paid: the earlier sign-up
  day 1   Tom works for Acme
  day 1   Mia works for Acme
  day 3   Tom follows Anna's link
  day 4   Mia follows Bea's link
  day 5   Mia signs up with Bea's link
  day 6   Tom signs up with Anna's link
  day 10  Tom pays
  => sign-up 1: Bea
  => sign-up 2: Bea
  => payment 1: Bea
  => payment 1, Anna: already_bound at bound_before (A7)

That two who signed up are colleagues is heard of before either paid: the earlier sign-up has both
  day 3   Tom follows Anna's link
  day 4   Mia follows Bea's link
  day 5   Mia signs up with Bea's link
  day 6   Tom signs up with Anna's link
  day 8   Tom works for Acme
  day 8   Mia works for Acme
  day 10  Tom pays
  => sign-up 1: Bea
  => sign-up 2: Anna
  => payment 1: Bea
  => payment 1, Anna: already_bound at bound_before (A7)
  => reward of Bea: pending, 10, routine_check

That they are colleagues is heard of later: what was bound first stays
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link
  day 12  Mia follows Bea's link
  day 13  Mia pays with Bea's link
  day 20  Tom works for Acme
  day 20  Mia works for Acme
  => payment 1: Anna
  => payment 2: Anna
  => payment 2, Bea: already_bound at bound_before (A7)

Two friends at two organisations are two friends
  day 1   Tom works for Acme
  day 1   Mia works for Umbra
  day 3   Tom follows Anna's link
  day 4   Mia follows Anna's link
  day 10  Tom pays with Anna's link
  day 11  Mia pays with Anna's link
  => payment 1: Anna
  => payment 2: Anna
