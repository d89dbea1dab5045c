# What your server tells Vouch when Stripe does not, with curl.
# VOUCH_URL is https://champions.example.com, VOUCH_SECRET_KEY a secret key with the scope "track".

tell() {
  curl -sS --fail-with-body "$VOUCH_URL/api/v1/track/$1" \
    -H "Authorization: Bearer $VOUCH_SECRET_KEY" -H "Content-Type: application/json" -d "$2"
}

# Somebody signed up: your number of the customer, and what came with ?vouch=
signed_up() { tell lead "{\"customerExternalId\":\"$1\",\"clickId\":\"$2\",\"eventName\":\"Sign up\"}"; }

# Somebody paid, in cents. The same invoice told twice counts once.
sold() { tell sale "{\"customerExternalId\":\"$1\",\"amount\":$2,\"currency\":\"eur\",\"invoiceId\":\"$3\"}"; }

# All of it came back
refunded() { tell refund "{\"refundId\":\"$1-back\",\"saleInvoiceId\":\"$1\"}"; }
