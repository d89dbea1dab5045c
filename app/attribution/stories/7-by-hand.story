# A person decides (A19).

Nobody's purchase is given to a champion
  day 10  Tom pays
  day 12  staff give payment 1 to Anna
  day 40  Tom pays
  => payment 1: Anna
  => payment 2: Anna

A purchase is taken from one champion and given to another
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link
  day 12  staff give payment 1 to Bea
  => payment 1: Bea
  => payment 1, Anna: manual_decision at by_hand (A19)
  => trace of payment 1: by_hand champion_standing not_self qualify_window touch_in_time click_memory champion_standing not_self programme_open by_hand

A purchase is given to nobody
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link
  day 12  staff give payment 1 to nobody
  day 40  Tom pays with Bea's code
  => payment 1: nobody, manual_decision
  => payment 1 as a whole: manual_decision at by_hand (A19)
  => payment 1, Anna: manual_decision at by_hand (A19)
  => payment 2: nobody, manual_decision
  => payment 2 as a whole: manual_decision at by_hand (A19)
  => payment 2, Anna: click_expired at click_memory (A3)
  => payment 2, Bea: manual_decision at by_hand (A19)

A later decision takes the place of an earlier one
  day 10  Tom pays
  day 12  staff give payment 1 to Anna
  day 13  staff give payment 1 to Bea
  => payment 1: Bea

A decision rules over an approval
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link
  day 11  the reward of payment 1 is approved
  day 12  staff give payment 1 to Bea
  => payment 1: Bea
  => payment 1, Anna: manual_decision at by_hand (A19)

A decision stays when more is heard of
  day 3   Tom follows Bea's link
  day 9   Tom pays with Bea's link, told on day 14
  day 10  Tom pays
  day 12  staff give payment 2 to Anna
  => payment 1: nobody, manual_decision
  => payment 1 as a whole: manual_decision at by_hand (A19)
  => payment 1, Bea: manual_decision at by_hand (A19)
  => payment 2: Anna
  => payment 2, Bea: manual_decision at by_hand (A19)

A champion who is blocked later loses what was given by hand
  day 10  Tom pays
  day 12  staff give payment 1 to Anna
  day 14  Anna is blocked
  day 20  Tom pays
  => payment 1: nobody, champion_not_valid
  => payment 1, Anna: champion_not_valid at champion_standing (A7)
  => payment 2: nobody, champion_not_valid
  => payment 2, Anna: champion_not_valid at champion_standing (A7)

A sign-up is given to a champion before anything was paid
  day 10  Tom signs up
  day 12  staff give sign-up 1 to Anna
  day 40  Tom pays
  => sign-up 1: nobody, not_referred
  => trace of sign-up 1: by_hand champion_standing not_self
  => payment 1: Anna
  => trace of payment 1: by_hand champion_standing not_self qualify_window

A sign-up is taken from a champion
  day 3   Tom follows Anna's link
  day 10  Tom signs up with Anna's link
  day 12  staff give sign-up 1 to nobody
  day 40  Tom pays with Anna's code
  => sign-up 1: Anna
  => trace of sign-up 1: by_hand touch_in_time click_memory champion_standing not_self programme_open by_hand
  => payment 1: nobody, manual_decision
  => payment 1 as a whole: manual_decision at by_hand (A19)
  => payment 1, Anna: manual_decision at by_hand (A19)
  => payment 1, Anna: click_expired at click_memory (A3)
