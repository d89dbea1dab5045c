# Who brought a friend is one answer, what it is worth another (W1). These lines about rewards run on PostgreSQL alone.

The first payment is below the minimum, the next one reaches it
  friends: minimum of EUR 20
  day 3   Tom follows Anna's link
  day 10  Tom pays EUR 15 with Anna's link
  day 20  Tom pays EUR 80
  => payment 1: Anna
  => payment 2: Anna
  => reward of Anna: pending, 10, routine_check
  => reward of Anna: rejected, 0, below_minimum_purchase

A payment in another currency counts and earns nothing
  day 3   Tom follows Anna's link
  day 10  Tom pays USD 80 with Anna's link
  => payment 1: Anna
  => reward of Anna: rejected, 0, currency_unavailable

The champion's cap cuts off everything
  friends: cap of EUR 10
  day 3   Tom follows Anna's link
  day 4   Mia follows Anna's link
  day 10  Tom pays with Anna's link
  day 11  Mia pays with Anna's link
  => payment 1: Anna
  => payment 2: Anna
  => reward of Anna: pending, 10, routine_check
  => reward of Anna: rejected, 0, cap_limited

One reward for a friend, however often they pay
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link
  day 20  Tom pays
  => payment 1: Anna
  => payment 2: Anna
  => reward of Anna: pending, 10, routine_check

A payment is refunded in part
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link
  day 12  EUR 40 of payment 1 is refunded
  => payment 1: Anna
  => reward of Anna: pending, 5, routine_check

A payment is refunded: it still was a recommendation
  day 3   Tom follows Anna's link
  day 10  Tom pays with Anna's link
  day 12  EUR 80 of payment 1 is refunded
  => payment 1: Anna
  => reward of Anna: reversed, 0, refund_full

What was somebody else's is taken back
  day 3   Tom follows Anna's link
  day 2   Tom follows Bea's link
  day 9   Tom pays with Bea's link, told on day 12
  day 10  Tom pays with Anna's link
  => payment 1: Bea
  => payment 2: Bea
  => payment 2, Anna: already_bound at bound_before (A7)
  => reward of Anna: reversed, 0, correction
  => reward of Bea: pending, 10, routine_check
