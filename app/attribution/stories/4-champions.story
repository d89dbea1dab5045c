# Who may take part (A7, I24), and who is the friend (R1).

A champion who left before the payment
  day 3   Tom follows Anna's link
  day 8   Anna leaves
  day 10  Tom pays with Anna's link
  => payment 1: nobody, champion_not_valid
  => payment 1, Anna: champion_not_valid at champion_standing (A7)

A champion who left after the payment keeps it
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link
  day 11  Anna leaves
  => payment 1: Anna

A champion who left has no part in renewals
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link
  day 11  Anna leaves
  day 40  Tom pays
  => payment 1: Anna
  => payment 2: nobody, champion_not_valid
  => payment 2, Anna: champion_not_valid at champion_standing (A7)

A champion who left between sign-up and payment
  day 3   Tom follows Anna's link
  day 4   Tom signs up with Anna's link
  day 8   Anna leaves
  day 10  Tom pays
  => sign-up 1: Anna
  => payment 1: nobody, champion_not_valid
  => payment 1, Anna: champion_not_valid at champion_standing (A7)

A pause ends new touches, not earlier ones
  day 3   Tom follows Anna's link
  day 4   Anna pauses
  day 10  Tom pays with Anna's link
  => payment 1: Anna

A touch during a pause does not count
  day 4   Anna pauses
  day 5   Tom follows Anna's link
  day 10  Tom pays with Anna's link
  => payment 1: nobody, champion_not_valid
  => payment 1, Anna: champion_not_valid at champion_standing (A7)

A code typed during a pause does not count
  day 4   Anna pauses
  day 10  Tom pays with Anna's code
  => payment 1: nobody, champion_not_valid
  => payment 1, Anna: champion_not_valid at champion_standing (A7)

A pause does not undo a bind
  day 3   Tom follows Anna's link
  day 4   Tom signs up with Anna's link
  day 5   Anna pauses
  day 10  Tom pays
  => sign-up 1: Anna
  => payment 1: Anna

A champion blocked before the payment: the code of another wins
  day 3   Tom follows Anna's link
  day 8   Anna is blocked
  day 10  Tom pays with Anna's link and Bea's code
  => payment 1: Bea
  => payment 1, Anna: champion_not_valid at champion_standing (A7)

A champion blocked after the bind has no more part in it
  day 3   Tom follows Anna's link
  day 4   Tom signs up with Anna's link
  day 8   Anna is blocked
  day 10  Tom pays
  => sign-up 1: Anna
  => payment 1: nobody, champion_not_valid
  => payment 1, Anna: champion_not_valid at champion_standing (A7)

One's own link, as oneself
  Tom is Anna
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link
  => payment 1: nobody, self_referral
  => payment 1, Anna: self_referral at not_self (R1)

One's own code, through the shop's own account
  Tom is Anna
  day 10  Tom pays with Anna's code
  => payment 1: nobody, self_referral
  => payment 1, Anna: self_referral at not_self (R1)

One's own link at the sign-up
  Tom is Anna
  day 3   Tom follows Anna's link
  day 4   Tom signs up with Anna's link
  day 10  Tom buys
  => sign-up 1: nobody, self_referral
  => payment 1: nobody, self_referral
  => payment 1, Anna: self_referral at not_self (R1)

A champion may be another champion's friend
  Tom is Bea
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link
  => payment 1: Anna

The colleague of a champion is no friend of theirs: their organisation is one buyer
  Mia is Anna
  day 1   Mia works for Acme
  day 1   Tom works for Acme
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link
  => payment 1: nobody, self_referral
  => payment 1, Anna: self_referral at not_self (R1)
