-- Several click tokens of one friend under one short name, made by a page and named by the shop's server.
create table token_list (
  id         text primary key,
  tokens     text[] check (coalesce(cardinality(tokens), 0) between 1 and 10),
  kept_until timestamptz(3) not null
);
create index token_list_kept_until_idx on token_list (kept_until);
