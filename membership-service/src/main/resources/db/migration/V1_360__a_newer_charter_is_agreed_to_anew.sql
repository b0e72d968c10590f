-- A later consent stands beside the earlier one.
alter table join_consent drop constraint join_consent_pkey;
alter table join_consent add primary key (application_id, purpose, version);
