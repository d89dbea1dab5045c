# First and last touch by program, switches, and more than one program (A4, A5).

A switch to last touch counts for later binds
  day 3   Tom follows Anna's link
  day 5   Tom follows Bea's link
  day 7   friends changes to last touch
  day 10  Tom pays with Anna's link and Bea's link
  => payment 1: Bea
  => payment 1, Anna: other_champion at which_touch (A4)

A switch to last touch after the bind changes nothing
  day 3   Tom follows Anna's link
  day 5   Tom follows Bea's link
  day 10  Tom pays with Anna's link and Bea's link
  day 12  friends changes to last touch
  day 40  Tom pays with Bea's link
  => payment 1: Anna
  => payment 1, Bea: other_champion at which_touch (A4)
  => payment 2: Anna
  => payment 2, Bea: click_expired at click_memory (A3)

A switch to last touch after the sign-up changes nothing
  day 3   Tom follows Anna's link
  day 4   Tom signs up with Anna's link
  day 5   friends changes to last touch
  day 6   Tom follows Bea's link
  day 10  Tom pays with Bea's link
  => sign-up 1: Anna
  => payment 1: Anna
  => payment 1, Bea: already_bound at bound_before (A7)

An affiliate program takes the last touch
  day 3   Tom follows Rik's link
  day 5   Tom follows Sam's link
  day 10  Tom pays with Rik's link and Sam's link
  => payment 1: Sam
  => payment 1, Rik: other_champion at which_touch (A4)

Two programs, nothing named: first touch goes before last touch
  day 2   Tom follows Rik's link
  day 3   Tom follows Anna's link
  day 6   Tom follows Sam's link
  day 10  Tom pays with Rik's link, Anna's link and Sam's link
  => payment 1: Anna
  => payment 1, Rik: other_champion at which_touch (A4)
  => payment 1, Sam: other_champion at which_touch (A4)

Two programs, nothing named: an affiliate met later does not take a friend away
  day 2   Tom follows Anna's link
  day 6   Tom follows Rik's link
  day 10  Tom pays with Anna's link and Rik's link
  => payment 1: Anna
  => payment 1, Rik: other_champion at which_touch (A4)

Two programs of last touch, nothing named: the later of all
  friends: last touch
  day 2   Tom follows Rik's link
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link and Rik's link
  => payment 1: Anna
  => payment 1, Rik: other_champion at which_touch (A4)

Two programs: the one the shop named wins
  day 3   Tom follows Anna's link
  day 6   Tom follows Rik's link
  day 10  Tom pays in affiliates with Anna's link and Rik's link
  => payment 1: Rik
  => payment 1, Anna: other_champion at which_touch (A4)

The program the shop named has no valid touch: the other one's wins
  day 3   Tom follows Anna's link
  day 10  Tom pays in affiliates with Anna's link
  => payment 1: Anna

Bound in one program is bound in all
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link
  day 20  Tom pays in affiliates with Rik's code
  => payment 1: Anna
  => payment 2: Anna
  => payment 2, Rik: already_bound at bound_before (A7)

A program that ended brings nobody
  day 3   Tom follows Anna's link
  day 8   friends ends
  day 10  Tom pays with Anna's link
  => payment 1: nobody, programme_ended
  => payment 1, Anna: programme_ended at programme_open (A7)

A program ended: the touch of another one wins
  day 3   Tom follows Anna's link
  day 5   Tom follows Rik's link
  day 8   friends ends
  day 10  Tom pays with Anna's link and Rik's link
  => payment 1: Rik
  => payment 1, Anna: programme_ended at programme_open (A7)
