-- Who bought or signed up is looked up by who they are, before any program is known.
drop index referral_program_id_subject_id_key;
create unique index referral_subject_id_program_id_key on referral (subject_id, program_id);
create index on referral (organisation_id) where organisation_id is not null;
