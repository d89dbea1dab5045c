-- Seals of the facts that money is computed from (I41). Every write that goes through PostgreSQL's triggers renews the seal
-- of its row, so whoever writes around them leaves a row without its seal, or a seal without its row.
create table platform.fact_seal (
  "table" text not null,
  row_id  text not null,
  digest  bytea not null,
  primary key ("table", row_id)
);

-- Seals a table, or seals it anew after a migration changed its columns. `apart` names columns that prove nothing.
create procedure platform.seal_facts(name text, apart text[] default '{}') language plpgsql as $$
declare
  key text;
  fields text;
  digest text;
begin
  select string_agg(format('r.%I', a.attname), ' || '' '' || ' order by a.attnum) into key
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
   where i.indrelid = format('public.%I', name)::regclass and i.indisprimary;
  -- A moment is written without its zone: a seal must not hang on who looks.
  select string_agg(format(case when a.atttypid = 'timestamptz'::regtype then 'r.%I at time zone ''UTC''' else 'r.%I' end, a.attname),
                    ', ' order by a.attname) into fields
    from pg_attribute a
   where a.attrelid = format('public.%I', name)::regclass and a.attnum > 0 and not a.attisdropped and a.attname <> all (apart);
  digest := format('sha256(convert_to(jsonb_build_array(%s)::text, ''UTF8''))', fields);
  execute format('create or replace function platform.fact_key(r public.%I) returns text language sql stable
                  begin atomic select %s; end', name, key);
  execute format('create or replace function platform.fact_digest(r public.%I) returns bytea language sql stable
                  begin atomic select %s; end', name, digest);
  execute format($f$
    create or replace function platform.%2$I() returns trigger language plpgsql as $t$
    begin
      if tg_op = 'DELETE' then
        delete from platform.fact_seal s using gone r where s."table" = %1$L and s.row_id = %3$s;
      else
        insert into platform.fact_seal ("table", row_id, digest)
        select %1$L, %3$s, %4$s from written r
            on conflict ("table", row_id) do update set digest = excluded.digest;
      end if;
      return null;
    end $t$ $f$, name, 'seal_' || name, key, digest);
  execute format('create or replace trigger seal_new after insert on public.%1$I referencing new table as written
                  for each statement execute function platform.%2$I()', name, 'seal_' || name);
  execute format('create or replace trigger seal_changed after update on public.%1$I referencing new table as written
                  for each statement execute function platform.%2$I()', name, 'seal_' || name);
  execute format('create or replace trigger seal_gone after delete on public.%1$I referencing old table as gone
                  for each statement execute function platform.%2$I()', name, 'seal_' || name);
  execute format('insert into platform.fact_seal ("table", row_id, digest)
                  select %1$L, platform.fact_key(r), platform.fact_digest(r) from public.%1$I r
                      on conflict ("table", row_id) do update set digest = excluded.digest', name);
end $$;

-- The rows of a table whose seal is not theirs: changed, added or taken away around the triggers. At most `most`, by key.
create function platform.broken_seals(name text, most integer) returns table (key text, what text) language plpgsql stable as $$
begin
  return query execute format($q$
    select coalesce(s.row_id, f.key),
           case when f.key is null then 'was taken away' when s.row_id is null then 'was added' else 'was changed' end
      from (select platform.fact_key(r) as key, platform.fact_digest(r) as digest from public.%1$I r) f
      full join (select row_id, digest from platform.fact_seal where "table" = %1$L) s on s.row_id = f.key
     where s.digest is distinct from f.digest order by 1 limit %2$s $q$, name, most);
end $$;

do $$
declare name text;
begin
  foreach name in array array['purchase', 'purchase_line', 'refund', 'dispute', 'subscription', 'touch', 'hand_attribution',
                              'referral', 'program_version', 'reward', 'reward_event', 'appeal', 'instruction',
                              'stripe_promotion_code', 'own_offer_code']
  loop
    call platform.seal_facts(name);
  end loop;
  -- How a decision was reached is told for reading; what it rests on is its hash of the facts.
  call platform.seal_facts('conversion', '{trace}');
end $$;
