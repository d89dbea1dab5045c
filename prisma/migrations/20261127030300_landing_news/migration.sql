-- Tells every web process when something that friends' landing pages show is no longer as it was: whose it is, or nothing
-- for what stands on all of them.
create function tell_of_landing() returns trigger language plpgsql as $$
begin
  perform pg_notify('vouch_landing', case tg_table_name when 'champion' then to_jsonb(new)->>'id'
                                                        when 'referral_code' then to_jsonb(new)->>'link_id' else '' end);
  return null;
end $$;
create trigger tell_of_landing after insert or update on company for each row execute function tell_of_landing();
create trigger tell_of_landing after update on program for each row execute function tell_of_landing();
create trigger tell_of_landing after update of display_name, sentence, status on champion for each row execute function tell_of_landing();
create trigger tell_of_landing after insert or update on referral_code for each row execute function tell_of_landing();
