<?php
// Stripe Checkout for a friend who was recommended. PHP 8; nothing to install.

const STRIPE = 'https://api.stripe.com';

/**
 * $tokens and $code are what you kept of https://your-shop.example/?vouch=<token>&code=<CODE>;
 * $mode is "payment" or "subscription". Returns where to send the buyer.
 */
function open_checkout(string $key, array $tokens, ?string $code, string $price, string $mode = 'payment', string $stripe = STRIPE): string
{
    // A metadata value has room for two tokens; at most ten count.
    $metadata = [];
    foreach (array_chunk($tokens, 2) as $i => $pair) {
        $metadata[$i === 0 ? 'vouch_tokens' : 'vouch_tokens_' . ($i + 1)] = implode(',', $pair);
    }
    $fields = [
        'mode' => $mode,
        'line_items' => [['price' => $price, 'quantity' => 1]],
        'success_url' => 'https://your-shop.example/thanks',
    ];
    if ($tokens) {
        // What Stripe tells about the payment later carries the tokens too.
        $later = $mode === 'subscription' ? 'subscription_data' : 'payment_intent_data';
        $fields += ['client_reference_id' => $tokens[0], 'metadata' => $metadata, $later => ['metadata' => $metadata]];
    }
    if ($mode === 'payment') {
        $fields['customer_creation'] = 'always';
    }
    $found = $code ? stripe_call($stripe, $key, 'GET', '/v1/promotion_codes', ['code' => $code, 'active' => 'true', 'limit' => 1])['data'] : [];
    // Either the friend's code comes off now, or there is a field to type one.
    $fields += $found ? ['discounts' => [['promotion_code' => $found[0]['id']]]] : ['allow_promotion_codes' => 'true'];
    return stripe_call($stripe, $key, 'POST', '/v1/checkout/sessions', $fields)['url'];
}

function stripe_call(string $stripe, string $key, string $method, string $path, array $fields): array
{
    $sent = http_build_query($fields);
    $answer = file_get_contents($stripe . $path . ($method === 'GET' ? "?$sent" : ''), false, stream_context_create(['http' => [
        'method' => $method,
        'header' => ["Authorization: Bearer $key", 'Content-Type: application/x-www-form-urlencoded'],
        'content' => $method === 'POST' ? $sent : '',
        'ignore_errors' => true,
    ]]));
    $read = json_decode($answer, true);
    if (isset($read['error'])) {
        throw new RuntimeException('Stripe: ' . $read['error']['message']);
    }
    return $read;
}
