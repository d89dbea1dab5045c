-- A payment that shop and provider both tell of (M10): whose word it is, and the same buyer under the other's number.
alter table purchase add column by_provider boolean not null default true;
alter table purchase add column also_customer_id text references customer (id);
update purchase set by_provider = false where key like 'api:%';
create index on purchase (also_customer_id) where also_customer_id is not null;
