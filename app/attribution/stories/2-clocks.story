# The two clocks (A1 to A3), and what comes before what (R4).

The last millisecond of click memory
  day 3               Tom follows Anna's link
  day 33 11:59:59.999 Tom pays with Anna's link
  => payment 1: Anna

Click memory is over at its end: closed at the touch, open at the end
  day 3   Tom follows Anna's link
  day 33  Tom pays with Anna's link
  => payment 1: nobody, click_expired
  => payment 1, Anna: click_expired at click_memory (A3)

A click memory of one day is 24 hours, not until midnight
  friends: click memory of 1 days
  day 3 23:30  Tom follows Anna's link
  day 4 23:29  Tom pays with Anna's link
  => payment 1: Anna

A click memory of 90 days
  friends: click memory of 90 days
  day 3   Tom follows Anna's link
  day 92  Tom pays with Anna's link
  => payment 1: Anna

An hour that summer time took away counts as any other
  friends: click memory of 1 days
  day 146 12:00  Tom follows Anna's link
  day 147 12:00  Tom pays with Anna's link
  => payment 1: nobody, click_expired
  => payment 1, Anna: click_expired at click_memory (A3)

Click memory is that of the bind, not of the click
  day 3   Tom follows Anna's link
  day 5   friends changes to click memory of 7 days
  day 12  Tom pays with Anna's link
  => payment 1: nobody, click_expired
  => payment 1, Anna: click_expired at click_memory (A3)

A longer click memory helps who clicked before it
  friends: click memory of 7 days
  day 3   Tom follows Anna's link
  day 5   friends changes to click memory of 60 days
  day 40  Tom pays with Anna's link
  => payment 1: Anna

A click after the payment never wins
  day 10 12:00:01  Tom follows Anna's link
  day 10 12:00:00  Tom pays with Anna's link, told on day 11
  => payment 1: nobody, paid_before_touch
  => payment 1, Anna: paid_before_touch at touch_in_time (R4)

A click in the second of the payment came before it: providers tell whole seconds
  day 10 12:00:00.900  Tom follows Anna's link
  day 10 12:00:00      Tom pays with Anna's link, told on day 11
  => payment 1: Anna

A link that is shown only at the second payment comes too late for the first
  day 3   Tom follows Anna's link
  day 10  Tom pays
  day 12  Tom pays with Anna's link
  => payment 1: nobody, not_referred
  => payment 1 as a whole: not_referred at nothing_presented (A5)
  => payment 2: nobody, friend_not_new
  => payment 2, Anna: friend_not_new at friend_new (A8)

Renewals never look at click memory again
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link
  day 41  Tom pays
  day 72  Tom pays
  => payment 1: Anna
  => payment 2: Anna
  => payment 3: Anna

A sign-up binds, and click memory is over long before the payment
  day 3   Tom follows Anna's link
  day 4   Tom signs up with Anna's link
  day 90  Tom pays
  => sign-up 1: Anna
  => payment 1: Anna

A sign-up after the end of click memory binds nobody
  day 3   Tom follows Anna's link
  day 33  Tom signs up with Anna's link
  day 34  Tom pays
  => sign-up 1: nobody, click_expired
  => payment 1: nobody, click_expired
  => payment 1, Anna: click_expired at click_memory (A3)

The first payment comes on the last day to qualify
  friends: 30 days to qualify
  day 3               Tom follows Anna's link
  day 4               Tom signs up with Anna's link
  day 34 11:59:59.999 Tom pays
  => sign-up 1: Anna
  => payment 1: Anna

The first payment comes after the time to qualify
  friends: 30 days to qualify
  day 3   Tom follows Anna's link
  day 4   Tom signs up with Anna's link
  day 34  Tom pays
  => sign-up 1: Anna
  => payment 1: nobody, qualify_expired
  => payment 1, Anna: qualify_expired at qualify_window (A1)
  => trace of payment 1: bound_before champion_standing qualify_window

The time to qualify is asked of the first payment alone
  friends: 30 days to qualify
  day 3   Tom follows Anna's link
  day 4   Tom signs up with Anna's link
  day 10  Tom pays
  day 80  Tom pays
  => sign-up 1: Anna
  => payment 1: Anna
  => payment 2: Anna

Without an end to qualify a payment a year later counts
  friends: no end to qualify
  day 3   Tom follows Anna's link
  day 4   Tom signs up with Anna's link
  day 400 Tom pays
  => sign-up 1: Anna
  => payment 1: Anna

The time to qualify is that of the bind
  friends: 30 days to qualify
  day 3   Tom follows Anna's link
  day 4   Tom signs up with Anna's link
  day 6   friends changes to 300 days to qualify
  day 40  Tom pays
  => sign-up 1: Anna
  => payment 1: nobody, qualify_expired
  => payment 1, Anna: qualify_expired at qualify_window (A1)

Who did not qualify in time is not brought again by a later touch
  friends: 30 days to qualify
  day 3   Tom follows Anna's link
  day 4   Tom signs up with Anna's link
  day 60  Tom follows Bea's link
  day 61  Tom pays with Bea's link
  => sign-up 1: Anna
  => payment 1: nobody, qualify_expired
  => payment 1, Anna: qualify_expired at qualify_window (A1)
  => payment 1, Bea: already_bound at bound_before (A7)
