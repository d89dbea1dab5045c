-- CreateEnum
CREATE TYPE "touch_kind" AS ENUM ('token', 'claim', 'code');

-- CreateEnum
CREATE TYPE "conversion_outcome" AS ENUM ('attributed', 'unattributed');

-- CreateEnum
CREATE TYPE "champion_status" AS ENUM ('applied', 'refused', 'active', 'paused', 'left', 'blocked');

-- CreateEnum
CREATE TYPE "provider" AS ENUM ('stripe', 'resend');

-- CreateEnum
CREATE TYPE "inbox_status" AS ENUM ('received', 'processed', 'dead');

-- CreateEnum
CREATE TYPE "refund_status" AS ENUM ('pending', 'succeeded', 'failed', 'canceled');

-- CreateEnum
CREATE TYPE "instruction_status" AS ENUM ('intended', 'sent', 'confirmed', 'failed', 'unknown', 'cancelled');

-- CreateEnum
CREATE TYPE "area" AS ENUM ('portal', 'desk');

-- CreateEnum
CREATE TYPE "staff_role" AS ENUM ('owner', 'approver', 'finance', 'marketer');

-- CreateEnum
CREATE TYPE "mail_status" AS ENUM ('queued', 'sending', 'sent', 'delayed', 'delivered', 'bounced', 'complained', 'failed', 'suppressed', 'skipped', 'unknown');

-- CreateEnum
CREATE TYPE "program_type" AS ENUM ('friend', 'affiliate');

-- CreateEnum
CREATE TYPE "program_status" AS ENUM ('draft', 'live', 'paused', 'ended');

-- CreateEnum
CREATE TYPE "join_policy" AS ENUM ('open', 'customers', 'invitation', 'application');

-- CreateEnum
CREATE TYPE "reward_status" AS ENUM ('pending', 'held', 'approved', 'rejected', 'payable', 'in_transit', 'paid', 'expired', 'partly_reversed', 'reversed');

-- CreateEnum
CREATE TYPE "reward_side" AS ENUM ('champion', 'friend');

-- CreateEnum
CREATE TYPE "answer" AS ENUM ('yes', 'no', 'open');

-- CreateEnum
CREATE TYPE "funnel_event_kind" AS ENUM ('landing_shown', 'claimed', 'share_pressed', 'portal_opened');

-- CreateEnum
CREATE TYPE "check_outcome" AS ENUM ('pass', 'note', 'routine_check', 'flag', 'hold', 'not_eligible', 'block');

-- CreateTable
CREATE TABLE "touch" (
    "id" TEXT NOT NULL,
    "kind" "touch_kind" NOT NULL,
    "link_id" TEXT NOT NULL,
    "champion_id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "touched_at" TIMESTAMPTZ(3) NOT NULL,
    "presented_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "touch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lead" (
    "id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "event_name" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "answer" JSONB NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral" (
    "id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "program_version_id" TEXT NOT NULL,
    "champion_id" TEXT NOT NULL,
    "link_id" TEXT NOT NULL,
    "touch_id" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "organisation_id" TEXT,
    "bound_at" TIMESTAMPTZ(3) NOT NULL,
    "qualify_until" TIMESTAMPTZ(3),
    "friend_initial" TEXT,

    CONSTRAINT "referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversion" (
    "id" TEXT NOT NULL,
    "purchase_id" TEXT NOT NULL,
    "outcome" "conversion_outcome" NOT NULL,
    "reason" TEXT,
    "referral_id" TEXT,
    "program_id" TEXT,
    "champion_id" TEXT,
    "link_id" TEXT,
    "trace" JSONB NOT NULL,
    "facts_hash" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "conversion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "conversion_touch" (
    "conversion_id" TEXT NOT NULL,
    "touch_id" TEXT NOT NULL,
    "won" BOOLEAN NOT NULL,
    "reason" TEXT,

    CONSTRAINT "conversion_touch_pkey" PRIMARY KEY ("conversion_id","touch_id")
);

-- CreateTable
CREATE TABLE "champion" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "status" "champion_status" NOT NULL,
    "display_name" TEXT NOT NULL,
    "sentence" TEXT,
    "application_note" TEXT,
    "applied_at" TIMESTAMPTZ(3) NOT NULL,
    "answer_by" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "refusal_reason" TEXT,
    "may_reapply_at" TIMESTAMPTZ(3),
    "joined_at" TIMESTAMPTZ(3),
    "paused_at" TIMESTAMPTZ(3),
    "left_at" TIMESTAMPTZ(3),

    CONSTRAINT "champion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "terms_acceptance" (
    "id" TEXT NOT NULL,
    "champion_id" TEXT NOT NULL,
    "terms_version_id" TEXT NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "terms_acceptance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "max_uses" INTEGER NOT NULL,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox_event" (
    "id" TEXT NOT NULL,
    "provider" "provider" NOT NULL,
    "event_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "api_version" TEXT,
    "payload_sealed" BYTEA,
    "payload_hash" TEXT NOT NULL,
    "key_month" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "status" "inbox_status" NOT NULL DEFAULT 'received',
    "processed_at" TIMESTAMPTZ(3),
    "error" TEXT,

    CONSTRAINT "inbox_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox_key" (
    "month" TEXT NOT NULL,
    "key_sealed" BYTEA NOT NULL,

    CONSTRAINT "inbox_key_pkey" PRIMARY KEY ("month")
);

-- CreateTable
CREATE TABLE "provider_connection" (
    "provider" "provider" NOT NULL,
    "endpoint_id" TEXT NOT NULL,
    "secret_sealed" BYTEA NOT NULL,
    "account_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_at" TIMESTAMPTZ(3),
    "findings" JSONB,

    CONSTRAINT "provider_connection_pkey" PRIMARY KEY ("provider")
);

-- CreateTable
CREATE TABLE "customer" (
    "id" TEXT NOT NULL,
    "stripe_customer_id" TEXT,
    "external_id" TEXT,
    "person_id" TEXT,
    "email_hash" TEXT,
    "email_domain" TEXT,
    "organisation_id" TEXT,
    "basis" TEXT,
    "known_since" TIMESTAMPTZ(3) NOT NULL,
    "first_paid_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "purchase" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "customer_id" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "currency" TEXT NOT NULL,
    "paid_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,
    "shipping_minor" BIGINT NOT NULL,
    "discount_minor" BIGINT NOT NULL,
    "payment_intent_id" TEXT,
    "invoice_id" TEXT,
    "checkout_session_id" TEXT,
    "subscription_id" TEXT,
    "fingerprint_hash" TEXT,
    "email_hash" TEXT,
    "click_tokens" TEXT[],
    "codes" TEXT[],
    "program_hint" TEXT,
    "fact_seq" BIGINT NOT NULL DEFAULT nextval('fact_sequence'),

    CONSTRAINT "purchase_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "purchase_line" (
    "id" TEXT NOT NULL,
    "purchase_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "group" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "net_minor" BIGINT NOT NULL,
    "tax_minor" BIGINT NOT NULL,

    CONSTRAINT "purchase_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refund" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payment_key" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "status" "refund_status" NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'refund',
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "fact_seq" BIGINT NOT NULL DEFAULT nextval('fact_sequence'),

    CONSTRAINT "refund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dispute" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payment_key" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "funds_withdrawn" BOOLEAN NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "fact_seq" BIGINT NOT NULL DEFAULT nextval('fact_sequence'),

    CONSTRAINT "dispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription" (
    "key" TEXT NOT NULL,
    "customer_id" TEXT,
    "status" TEXT NOT NULL,
    "click_tokens" TEXT[],
    "codes" TEXT[],
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "instruction" (
    "id" TEXT NOT NULL,
    "reward_id" TEXT NOT NULL,
    "champion_id" TEXT NOT NULL,
    "rail" TEXT NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "netted_minor" BIGINT NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL,
    "request" JSONB NOT NULL,
    "status" "instruction_status" NOT NULL,
    "provider_ref" TEXT,
    "error" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claim_token" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "first_sent_at" TIMESTAMPTZ(3),
    "confirmed_at" TIMESTAMPTZ(3),
    "next_try_at" TIMESTAMPTZ(3),

    CONSTRAINT "instruction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stripe_coupon" (
    "key" TEXT NOT NULL,
    "stripe_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "stripe_coupon_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "stripe_promotion_code" (
    "key" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "stripe_id" TEXT,
    "coupon_key" TEXT NOT NULL,
    "link_id" TEXT,
    "champion_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "stripe_promotion_code_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "person" (
    "id" TEXT NOT NULL,
    "email" TEXT,
    "email_hash" TEXT,
    "first_name" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_sign_in_at" TIMESTAMPTZ(3),
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_code" (
    "id" TEXT NOT NULL,
    "email_hash" TEXT NOT NULL,
    "email_sealed" BYTEA NOT NULL,
    "code_hash" TEXT NOT NULL,
    "browser_hash" TEXT NOT NULL,
    "link_token_hash" TEXT NOT NULL,
    "area" "area" NOT NULL,
    "return_to" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "consumed_at" TIMESTAMPTZ(3),

    CONSTRAINT "sign_in_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id_hash" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "area" "area" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "stepped_up_at" TIMESTAMPTZ(3),
    "challenge" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id_hash")
);

-- CreateTable
CREATE TABLE "email_change" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "new_email" TEXT NOT NULL,
    "new_email_hash" TEXT NOT NULL,
    "confirm_hash" TEXT NOT NULL,
    "cancel_hash" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "effective_at" TIMESTAMPTZ(3) NOT NULL,
    "applied_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "email_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_member" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "roles" "staff_role"[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL,
    "transports" TEXT[],
    "label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "totp_factor" (
    "person_id" TEXT NOT NULL,
    "secret_sealed" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT,

    CONSTRAINT "totp_factor_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by" TEXT NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "request_id" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_account" (
    "id" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),

    CONSTRAINT "ledger_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_transaction" (
    "id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "idem_key" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "reverses_id" TEXT,
    "by" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT app_now(),
    "xid" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "ledger_transaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "id" TEXT NOT NULL,
    "transaction_id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "bytes_sealed" BYTEA,
    "bytes_hash" TEXT NOT NULL,
    "status" "mail_status" NOT NULL,
    "reason" TEXT,
    "provider_id" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claim_token" TEXT,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "first_tried_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "final_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_opt_out" (
    "person_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_opt_out_pkey" PRIMARY KEY ("person_id","kind")
);

-- CreateTable
CREATE TABLE "suppression" (
    "email_hash" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "suppression_pkey" PRIMARY KEY ("email_hash")
);

-- CreateTable
CREATE TABLE "company" (
    "id" TEXT NOT NULL DEFAULT 'company',
    "name" TEXT NOT NULL,
    "accent" TEXT NOT NULL,
    "logo" BYTEA,
    "logo_type" TEXT,
    "sender_name" TEXT NOT NULL,
    "sender_email" TEXT NOT NULL,
    "support_email" TEXT NOT NULL,
    "postal_address" TEXT NOT NULL,
    "shop_url" TEXT NOT NULL,
    "allowed_hosts" TEXT[],
    "default_locale" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "program" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "type" "program_type" NOT NULL,
    "status" "program_status" NOT NULL,
    "join_policy" "join_policy" NOT NULL,
    "calendar" JSONB NOT NULL,
    "current_version_id" TEXT,
    "current_terms_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "program_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "program_version" (
    "id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "copy" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by" TEXT NOT NULL,

    CONSTRAINT "program_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "terms_version" (
    "id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "clauses" JSONB NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "published_by" TEXT NOT NULL,

    CONSTRAINT "terms_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reward" (
    "id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "program_version_id" TEXT NOT NULL,
    "conversion_id" TEXT NOT NULL,
    "referral_id" TEXT NOT NULL,
    "champion_id" TEXT NOT NULL,
    "side" "reward_side" NOT NULL,
    "rule_key" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "granted_minor" BIGINT NOT NULL,
    "due_minor" BIGINT NOT NULL,
    "genuine" "answer" NOT NULL,
    "payable" "answer" NOT NULL,
    "status" "reward_status" NOT NULL,
    "reason" TEXT,
    "hold_ends_at" TIMESTAMPTZ(3) NOT NULL,
    "decide_by" TIMESTAMPTZ(3) NOT NULL,
    "needs_person" BOOLEAN NOT NULL,
    "approvals_needed" INTEGER NOT NULL DEFAULT 1,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "paid_at" TIMESTAMPTZ(3),
    "clause_number" INTEGER,
    "note" TEXT,
    "rail" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reward_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reward_event" (
    "id" TEXT NOT NULL,
    "reward_id" TEXT NOT NULL,
    "from_status" "reward_status",
    "to_status" "reward_status" NOT NULL,
    "reason" TEXT,
    "amount_minor" BIGINT,
    "by" TEXT NOT NULL,
    "note" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reward_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "appeal" (
    "id" TEXT NOT NULL,
    "reward_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "answer_by" TIMESTAMPTZ(3) NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by" TEXT,
    "upheld" BOOLEAN,
    "answer" TEXT,

    CONSTRAINT "appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link" (
    "id" TEXT NOT NULL,
    "champion_id" TEXT NOT NULL,
    "program_id" TEXT NOT NULL,
    "label" TEXT,
    "is_main" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral_code" (
    "key" TEXT NOT NULL,
    "link_id" TEXT NOT NULL,
    "is_current" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "referral_code_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "funnel_event" (
    "id" TEXT NOT NULL,
    "kind" "funnel_event_kind" NOT NULL,
    "champion_id" TEXT NOT NULL,
    "link_id" TEXT,
    "channel" TEXT,
    "click_id" TEXT,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "funnel_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "claim" (
    "click_id" TEXT NOT NULL,
    "link_id" TEXT NOT NULL,
    "initial" TEXT,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "claim_pkey" PRIMARY KEY ("click_id")
);

-- CreateTable
CREATE TABLE "trust_check" (
    "id" TEXT NOT NULL,
    "conversion_id" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "outcome" "check_outcome" NOT NULL,
    "compared" JSONB NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "trust_check_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "touch_subject_id_kind_source_key" ON "touch"("subject_id", "kind", "source");

-- CreateIndex
CREATE UNIQUE INDEX "lead_program_id_external_id_event_name_key" ON "lead"("program_id", "external_id", "event_name");

-- CreateIndex
CREATE UNIQUE INDEX "referral_touch_id_key" ON "referral"("touch_id");

-- CreateIndex
CREATE INDEX "referral_champion_id_bound_at_idx" ON "referral"("champion_id", "bound_at");

-- CreateIndex
CREATE UNIQUE INDEX "referral_program_id_subject_id_key" ON "referral"("program_id", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "conversion_purchase_id_key" ON "conversion"("purchase_id");

-- CreateIndex
CREATE INDEX "conversion_champion_id_occurred_at_idx" ON "conversion"("champion_id", "occurred_at");

-- CreateIndex
CREATE INDEX "conversion_occurred_at_idx" ON "conversion"("occurred_at");

-- CreateIndex
CREATE INDEX "champion_program_id_status_idx" ON "champion"("program_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "champion_person_id_program_id_key" ON "champion"("person_id", "program_id");

-- CreateIndex
CREATE UNIQUE INDEX "terms_acceptance_champion_id_terms_version_id_key" ON "terms_acceptance"("champion_id", "terms_version_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "inbox_event_status_received_at_idx" ON "inbox_event"("status", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "inbox_event_provider_event_id_key" ON "inbox_event"("provider", "event_id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_stripe_customer_id_key" ON "customer"("stripe_customer_id");

-- CreateIndex
CREATE UNIQUE INDEX "customer_external_id_key" ON "customer"("external_id");

-- CreateIndex
CREATE INDEX "customer_email_hash_idx" ON "customer"("email_hash");

-- CreateIndex
CREATE INDEX "customer_person_id_idx" ON "customer"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "purchase_key_key" ON "purchase"("key");

-- CreateIndex
CREATE UNIQUE INDEX "purchase_payment_intent_id_key" ON "purchase"("payment_intent_id");

-- CreateIndex
CREATE INDEX "purchase_customer_id_occurred_at_idx" ON "purchase"("customer_id", "occurred_at");

-- CreateIndex
CREATE INDEX "purchase_subscription_id_idx" ON "purchase"("subscription_id");

-- CreateIndex
CREATE INDEX "purchase_email_hash_idx" ON "purchase"("email_hash");

-- CreateIndex
CREATE UNIQUE INDEX "purchase_line_purchase_id_position_key" ON "purchase_line"("purchase_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "refund_key_key" ON "refund"("key");

-- CreateIndex
CREATE INDEX "refund_payment_key_idx" ON "refund"("payment_key");

-- CreateIndex
CREATE UNIQUE INDEX "dispute_key_key" ON "dispute"("key");

-- CreateIndex
CREATE INDEX "dispute_payment_key_idx" ON "dispute"("payment_key");

-- CreateIndex
CREATE UNIQUE INDEX "instruction_reward_id_key" ON "instruction"("reward_id");

-- CreateIndex
CREATE UNIQUE INDEX "instruction_idempotency_key_key" ON "instruction"("idempotency_key");

-- CreateIndex
CREATE INDEX "instruction_status_idx" ON "instruction"("status");

-- CreateIndex
CREATE UNIQUE INDEX "stripe_promotion_code_code_key" ON "stripe_promotion_code"("code");

-- CreateIndex
CREATE UNIQUE INDEX "stripe_promotion_code_stripe_id_key" ON "stripe_promotion_code"("stripe_id");

-- CreateIndex
CREATE INDEX "stripe_promotion_code_link_id_idx" ON "stripe_promotion_code"("link_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_hash_key" ON "person"("email_hash");

-- CreateIndex
CREATE UNIQUE INDEX "sign_in_code_link_token_hash_key" ON "sign_in_code"("link_token_hash");

-- CreateIndex
CREATE INDEX "sign_in_code_email_hash_created_at_idx" ON "sign_in_code"("email_hash", "created_at");

-- CreateIndex
CREATE INDEX "session_person_id_idx" ON "session"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "email_change_confirm_hash_key" ON "email_change"("confirm_hash");

-- CreateIndex
CREATE UNIQUE INDEX "email_change_cancel_hash_key" ON "email_change"("cancel_hash");

-- CreateIndex
CREATE INDEX "email_change_person_id_idx" ON "email_change"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_member_person_id_key" ON "staff_member"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "passkey_credential_id_key" ON "passkey"("credential_id");

-- CreateIndex
CREATE INDEX "passkey_person_id_idx" ON "passkey"("person_id");

-- CreateIndex
CREATE INDEX "consent_person_id_purpose_idx" ON "consent"("person_id", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_secret_hash_key" ON "api_key"("secret_hash");

-- CreateIndex
CREATE INDEX "audit_entry_object_recorded_at_idx" ON "audit_entry"("object", "recorded_at");

-- CreateIndex
CREATE INDEX "audit_entry_recorded_at_idx" ON "audit_entry"("recorded_at");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_account_code_currency_key" ON "ledger_account"("code", "currency");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_transaction_idem_key_key" ON "ledger_transaction"("idem_key");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_transaction_reverses_id_key" ON "ledger_transaction"("reverses_id");

-- CreateIndex
CREATE INDEX "ledger_transaction_subject_idx" ON "ledger_transaction"("subject");

-- CreateIndex
CREATE INDEX "ledger_entry_transaction_id_idx" ON "ledger_entry"("transaction_id");

-- CreateIndex
CREATE INDEX "ledger_entry_account_id_idx" ON "ledger_entry"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_provider_id_key" ON "mail"("provider_id");

-- CreateIndex
CREATE INDEX "mail_person_id_queued_at_idx" ON "mail"("person_id", "queued_at");

-- CreateIndex
CREATE INDEX "mail_status_not_before_idx" ON "mail"("status", "not_before");

-- CreateIndex
CREATE UNIQUE INDEX "mail_template_subject_id_person_id_purpose_key" ON "mail"("template", "subject_id", "person_id", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "program_slug_key" ON "program"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "program_version_program_id_number_key" ON "program_version"("program_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "terms_version_program_id_number_key" ON "terms_version"("program_id", "number");

-- CreateIndex
CREATE INDEX "reward_status_decide_by_idx" ON "reward"("status", "decide_by");

-- CreateIndex
CREATE INDEX "reward_champion_id_created_at_idx" ON "reward"("champion_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "reward_rule_key_conversion_id_champion_id_side_key" ON "reward"("rule_key", "conversion_id", "champion_id", "side");

-- CreateIndex
CREATE INDEX "reward_event_reward_id_occurred_at_idx" ON "reward_event"("reward_id", "occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "appeal_reward_id_key" ON "appeal"("reward_id");

-- CreateIndex
CREATE INDEX "link_champion_id_idx" ON "link"("champion_id");

-- CreateIndex
CREATE INDEX "referral_code_link_id_idx" ON "referral_code"("link_id");

-- CreateIndex
CREATE INDEX "funnel_event_link_id_kind_occurred_at_idx" ON "funnel_event"("link_id", "kind", "occurred_at");

-- CreateIndex
CREATE INDEX "funnel_event_occurred_at_idx" ON "funnel_event"("occurred_at");

-- CreateIndex
CREATE UNIQUE INDEX "funnel_event_kind_click_id_key" ON "funnel_event"("kind", "click_id");

-- CreateIndex
CREATE INDEX "claim_link_id_idx" ON "claim"("link_id");

-- CreateIndex
CREATE UNIQUE INDEX "trust_check_conversion_id_rule_key" ON "trust_check"("conversion_id", "rule");
