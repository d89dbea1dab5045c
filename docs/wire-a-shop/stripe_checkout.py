"""Stripe Checkout for a friend who was recommended. Python 3.9; nothing to install."""
import json
from urllib.parse import urlencode
from urllib.request import Request, urlopen

STRIPE = "https://api.stripe.com"


def open_checkout(key, tokens, code, price, mode="payment", stripe=STRIPE):
    """tokens and code are what you kept of https://your-shop.example/?vouch=<token>&code=<CODE>;
    mode is "payment" or "subscription". Returns where to send the buyer."""
    fields = {
        "mode": mode,
        "line_items[0][price]": price,
        "line_items[0][quantity]": 1,
        "success_url": "https://your-shop.example/thanks",
    }
    if tokens:
        fields["client_reference_id"] = tokens[0]
    # What Stripe tells about the payment later carries the tokens too.
    later = "subscription_data" if mode == "subscription" else "payment_intent_data"
    # A metadata value has room for two tokens; at most ten count.
    for i in range(0, len(tokens), 2):
        name = "vouch_tokens" if i == 0 else f"vouch_tokens_{i // 2 + 1}"
        fields[f"metadata[{name}]"] = fields[f"{later}[metadata][{name}]"] = ",".join(tokens[i : i + 2])
    if mode == "payment":
        fields["customer_creation"] = "always"
    found = stripe_call(stripe, key, "GET", "/v1/promotion_codes", {"code": code, "active": "true"})["data"] if code else []
    # Either the friend's code comes off now, or there is a field to type one.
    if found:
        fields["discounts[0][promotion_code]"] = found[0]["id"]
    else:
        fields["allow_promotion_codes"] = "true"
    return stripe_call(stripe, key, "POST", "/v1/checkout/sessions", fields)["url"]


def stripe_call(stripe, key, method, path, fields):
    sent = urlencode(fields)
    url = f"{stripe}{path}?{sent}" if method == "GET" else f"{stripe}{path}"
    body = sent.encode() if method == "POST" else None
    request = Request(url, data=body, method=method, headers={"Authorization": f"Bearer {key}"})
    with urlopen(request, timeout=20) as answer:
        return json.load(answer)
