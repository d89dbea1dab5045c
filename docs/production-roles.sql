-- The four roles and the database, for a PostgreSQL of your own. Run once as a superuser; choose other passwords.
create role vouch_migrate login password 'change-me-1';
create role vouch_worker login password 'change-me-2';
create role vouch_app login password 'change-me-3';
create role vouch_report login password 'change-me-4';
create database vouch owner vouch_migrate;
grant create on database vouch to vouch_worker;
