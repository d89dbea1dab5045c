-- Keys that stand in a shop's pages (P16). Not secret: what they may do is bound to the origins listed here.
create table publishable_key (
  id           text primary key,
  name         text not null,
  origins      text[] check (coalesce(cardinality(origins), 0) between 1 and 20),
  created_at   timestamptz(3) not null,
  created_by   text not null,
  last_used_at timestamptz(3),
  revoked_at   timestamptz(3)
);
