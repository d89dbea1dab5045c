# Which of several touches wins: every row of the conflict table (A7), under first and under last touch.

One link: its champion
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link
  => payment 1: Anna
  => trace of payment 1: touch_in_time click_memory champion_standing not_self programme_open friend_new which_touch

Two links, nobody bound, first touch: the earlier
  table: two valid touches, first
  day 3   Tom follows Anna's link
  day 5   Tom follows Bea's link
  day 10  Tom pays with Bea's link and Anna's link
  => payment 1: Anna
  => payment 1, Bea: other_champion at which_touch (A4)

Two links, nobody bound, last touch: the later
  table: two valid touches, last
  friends: last touch
  day 3   Tom follows Anna's link
  day 5   Tom follows Bea's link
  day 10  Tom pays with Anna's link and Bea's link
  => payment 1: Bea
  => payment 1, Anna: other_champion at which_touch (A4)

Three links, first touch: the earliest, and the two others keep why they lost
  table: two valid touches, first
  day 3   Tom follows Cleo's link
  day 4   Tom follows Anna's link
  day 5   Tom follows Bea's link
  day 10  Tom pays with Anna's link, Bea's link and Cleo's link
  => payment 1: Cleo
  => payment 1, Anna: other_champion at which_touch (A4)
  => payment 1, Bea: other_champion at which_touch (A4)

A link of Anna, then a code of Bea, nobody bound, first touch: Anna
  table: link then code, first
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link and Bea's code
  => payment 1: Anna
  => payment 1, Bea: other_champion at which_touch (A4)

A link of Anna, then a code of Bea, nobody bound, last touch: Bea
  table: link then code, last
  friends: last touch
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link and Bea's code
  => payment 1: Bea
  => payment 1, Anna: other_champion at which_touch (A4)

Bound to Anna at the sign-up, then a link of Bea, first touch: Anna
  table: bound, then another, first
  day 3   Tom follows Anna's link
  day 4   Tom signs up with Anna's link
  day 5   Tom follows Bea's link
  day 10  Tom pays with Bea's link
  => sign-up 1: Anna
  => payment 1: Anna
  => payment 1, Bea: already_bound at bound_before (A7)
  => trace of payment 1: bound_before champion_standing qualify_window touch_in_time click_memory champion_standing not_self programme_open bound_before

Bound to Anna at the sign-up, then a link of Bea, last touch: still Anna
  table: bound, then another, last
  friends: last touch
  day 3   Tom follows Anna's link
  day 4   Tom signs up with Anna's link
  day 5   Tom follows Bea's link
  day 10  Tom pays with Anna's link and Bea's link
  => sign-up 1: Anna
  => payment 1: Anna
  => payment 1, Bea: already_bound at bound_before (A7)

Bound to Anna at the sign-up, then a code of Bea: Anna
  table: bound, then another, first
  day 3   Tom follows Anna's link
  day 4   Tom signs up with Anna's link
  day 10  Tom pays with Bea's code
  => sign-up 1: Anna
  => payment 1: Anna
  => payment 1, Bea: already_bound at bound_before (A7)

Bound to Anna by a first payment, then a code of Bea at the next: Anna
  table: bound, then another, last
  friends: last touch
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link
  day 40  Tom pays with Bea's code
  => payment 1: Anna
  => payment 2: Anna
  => payment 2, Bea: already_bound at bound_before (A7)

A code and nothing else, first touch: its owner
  table: code only, first
  day 10  Tom pays with Bea's code
  => payment 1: Bea

A code and nothing else, last touch: its owner
  table: code only, last
  friends: last touch
  day 10  Tom pays with Bea's code
  => payment 1: Bea

The first link is too old: the next valid one
  table: the winner is no good, first
  day 3   Tom follows Anna's link
  day 5   Tom follows Bea's link
  day 34  Tom pays with Anna's link and Bea's link
  => payment 1: Bea
  => payment 1, Anna: click_expired at click_memory (A3)

The last link is of somebody who may not take part: the one before
  table: the winner is no good, last
  friends: last touch
  day 3   Tom follows Anna's link
  day 5   Tom follows Bea's link
  day 6   Bea is blocked
  day 10  Tom pays with Anna's link and Bea's link
  => payment 1: Anna
  => payment 1, Bea: champion_not_valid at champion_standing (A7)

The first link is the friend's own: the next valid one
  table: the winner is no good, first
  Tom is Anna
  day 3   Tom follows Anna's link
  day 5   Tom follows Bea's link
  day 10  Tom pays with Anna's link and Bea's link
  => payment 1: Bea
  => payment 1, Anna: self_referral at not_self (R1)

A forged token beside a good one: the good one
  table: the winner is no good, first
  day 5   Tom follows Bea's link
  day 10  Tom pays with a forged token and Bea's link
  => payment 1: Bea
  => payment 1 as a whole: token_invalid at token_signature (A9)

A forged token and a code: the code
  table: the winner is no good, last
  friends: last touch
  day 10  Tom pays with a forged token and Bea's code
  => payment 1: Bea
  => payment 1 as a whole: token_invalid at token_signature (A9)

Everything is no good: nobody, for the reason of the one that came furthest
  table: the winner is no good, first
  Tom is Bea
  day 3   Tom follows Anna's link
  day 5   Tom follows Bea's link
  day 34  Tom pays with Anna's link and Bea's link
  => payment 1: nobody, self_referral
  => payment 1, Anna: click_expired at click_memory (A3)
  => payment 1, Bea: self_referral at not_self (R1)
  => trace of payment 1: touch_in_time click_memory touch_in_time click_memory champion_standing not_self

The friend paid before every touch: nobody
  table: no touch is older than the first payment, first
  day 1   Tom pays
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link
  => payment 1: nobody, not_referred
  => payment 1 as a whole: not_referred at nothing_presented (A5)
  => payment 2: nobody, friend_not_new
  => payment 2, Anna: friend_not_new at friend_new (A8)

The friend paid before every touch, last touch: nobody
  table: no touch is older than the first payment, last
  friends: last touch
  day 1   Tom pays
  day 10  Tom pays with Bea's code
  => payment 1: nobody, not_referred
  => payment 1 as a whole: not_referred at nothing_presented (A5)
  => payment 2: nobody, friend_not_new
  => payment 2, Bea: friend_not_new at friend_new (A8)

A colleague was brought by Anna, then a link of Bea, first touch: Anna
  table: organisation bound, first
  day 1   Tom works for Acme
  day 1   Mia works for Acme
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link
  day 12  Mia follows Bea's link
  day 14  Mia pays with Bea's link
  => payment 1: Anna
  => payment 2: Anna
  => payment 2, Bea: already_bound at bound_before (A7)

A colleague was brought by Anna, then a code of Bea, last touch: Anna
  table: organisation bound, last
  friends: last touch
  day 1   Tom works for Acme
  day 1   Mia works for Acme
  day 3   Tom follows Anna's link
  day 4   Tom signs up with Anna's link
  day 14  Mia pays with Bea's code
  => sign-up 1: Anna
  => payment 1: Anna
  => payment 1, Bea: already_bound at bound_before (A7)

Two touches of one champion: one of them wins, the other has no reason to lose
  day 3   Tom follows Anna's link
  day 5   Tom follows Anna's newsletter link
  day 10  Tom pays with Anna's link and Anna's newsletter link
  => payment 1: Anna

A link and the code of the same champion
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link and Anna's code
  => payment 1: Anna
