# What is heard of late counts as if it had been heard in time, until somebody decided (A6, I23).

The earlier payment is told last
  day 3   Tom follows Anna's link
  day 9   Tom pays with Anna's link, told on day 12
  day 10  Tom pays
  => payment 1: Anna
  => payment 2: Anna

An earlier payment without a touch is told last: the friend was not new
  day 3   Tom follows Anna's link
  day 2   Tom pays, told on day 12
  day 10  Tom pays with Anna's link
  => payment 1: nobody, not_referred
  => payment 1 as a whole: not_referred at nothing_presented (A5)
  => payment 2: nobody, friend_not_new
  => payment 2, Anna: friend_not_new at friend_new (A8)

An earlier touch is told with a later payment: it was there all the time
  day 3   Tom follows Anna's link
  day 5   Tom follows Bea's link
  day 9   Tom pays with Anna's link, told on day 12
  day 10  Tom pays with Bea's link
  => payment 1: Anna
  => payment 2: Anna
  => payment 2, Bea: already_bound at bound_before (A7)

The sign-up came before a payment that is told first
  day 3   Tom follows Anna's link
  day 5   Tom follows Bea's link
  day 8   Tom signs up with Anna's link
  day 10  Tom pays with Bea's link
  => sign-up 1: Anna
  => payment 1: Anna
  => payment 1, Bea: already_bound at bound_before (A7)

An earlier payment turns up after the reward was approved: what was decided stands
  day 3   Tom follows Anna's link
  day 0   Tom follows Bea's link
  day 1   Tom pays with Bea's link, told on day 12
  day 10  Tom pays with Anna's link
  day 11  the reward of payment 2 is approved
  => payment 1: nobody, already_bound
  => payment 1, Bea: already_bound at which_touch (A4)
  => payment 2: Anna

A champion is blocked after the reward was approved: that one stands, the next payment does not count
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link
  day 11  the reward of payment 1 is approved
  day 12  Anna is blocked
  day 20  Tom pays
  => payment 1: Anna
  => payment 2: nobody, champion_not_valid
  => payment 2, Anna: champion_not_valid at champion_standing (A7)

Two payments of one second: the provider's number orders them, whichever is told first
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link, told on day 12
  day 10  Tom pays
  => payment 1: Anna
  => payment 2: Anna

An earlier payment of a bound friend turns up after the reward was approved: still one reward
  day 3   Tom follows Anna's link
  day 4   Tom signs up with Anna's link
  day 9   Tom pays, told on day 12
  day 10  Tom pays
  day 11  the reward of payment 2 is approved
  => sign-up 1: Anna
  => payment 1: Anna
  => payment 2: Anna
  => reward of Anna: approved, 10

The shop tells the sign-up seconds after the provider told the payment: one checkout
  day 3              Tom follows Anna's link
  day 10 12:00:00    Tom pays
  day 10 12:00:05    Tom signs up with Anna's link
  => payment 1: Anna
  => sign-up 1: Anna
  => reward of Anna: pending, 10, routine_check

Two links, one shown with the payment and one right after: the payment's own
  friends: last touch
  day 3              Tom follows Anna's link
  day 5              Tom follows Bea's link
  day 10 12:00:00    Tom pays with Anna's link
  day 10 12:00:05    Tom signs up with Bea's link
  => payment 1: Anna
  => sign-up 1: Anna

A link shown more than an hour after the payment is no part of that checkout
  day 3              Tom follows Anna's link
  day 10 12:00:00    Tom pays
  day 10 13:00:01    Tom signs up with Anna's link
  => payment 1: nobody, not_referred
  => payment 1 as a whole: not_referred at nothing_presented (A5)
  => sign-up 1: nobody, friend_not_new

A link followed after the payment is no part of that checkout
  day 10 12:00:00    Tom pays
  day 10 12:00:02    Tom follows Anna's link
  day 10 12:00:05    Tom signs up with Anna's link
  => payment 1: nobody, not_referred
  => payment 1 as a whole: not_referred at nothing_presented (A5)
  => sign-up 1: nobody, friend_not_new
