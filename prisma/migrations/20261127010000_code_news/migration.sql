-- Tells every web process of a code that is new or gone, so that it is known there before anybody follows it.
create function tell_of_code() returns trigger language plpgsql as $$
begin
  perform pg_notify('vouch_codes', coalesce(new.key, old.key));
  return null;
end $$;
create trigger tell_of_code after insert or delete on referral_code for each row execute function tell_of_code();
