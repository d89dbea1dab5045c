-- The parent domain on which portal and shop share the referral cookie (A12); null keeps it the portal's own.
alter table company add column cookie_domain text;
