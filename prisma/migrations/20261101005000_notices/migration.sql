-- News beyond a person's weekly mails goes out together in one, and the send log shows what the provider told.
alter type mail_status add value 'bundled' after 'skipped';

alter table mail add column bundle_id text references mail (id);
create index mail_bundle_id_idx on mail (bundle_id);
create index mail_queued_at_idx on mail (queued_at);

create table mail_event (
  id          text not null,
  mail_id     text not null references mail (id),
  type        text not null,
  detail      text,
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  constraint mail_event_pkey primary key (id)
);
create index mail_event_mail_id_occurred_at_idx on mail_event (mail_id, occurred_at);
