<?php
// What your server tells Vouch when Stripe does not. PHP 8, nothing to install.
// VOUCH_URL is https://champions.example.com, VOUCH_SECRET_KEY a secret key with the scope "track".

/** Somebody signed up. $token is what came with ?vouch=, or what vouch.lead() gave your page. */
function signed_up(string $customer, string $token): array
{
    return tell('lead', ['clickId' => $token, 'eventName' => 'Sign up', 'customerExternalId' => $customer]);
}

/** Somebody paid, in cents. The same invoice told twice counts once. */
function sold(string $customer, int $cents, string $invoice): array
{
    return tell('sale', ['customerExternalId' => $customer, 'amount' => $cents, 'currency' => 'eur', 'invoiceId' => $invoice]);
}

/** All of it came back; add "amount" when it was only a part. */
function refunded(string $invoice): array
{
    return tell('refund', ['refundId' => "$invoice-back", 'saleInvoiceId' => $invoice]);
}

function tell(string $what, array $facts): array
{
    $answer = file_get_contents(getenv('VOUCH_URL') . "/api/v1/track/$what", false, stream_context_create(['http' => [
        'method' => 'POST',
        'header' => ['Authorization: Bearer ' . getenv('VOUCH_SECRET_KEY'), 'Content-Type: application/json'],
        'content' => json_encode($facts),
        'ignore_errors' => true,
    ]]));
    $read = json_decode($answer, true);
    if (isset($read['error'])) {
        throw new RuntimeException('Vouch: ' . $read['error']['message']);
    }
    return $read;
}
