-- Real time, not business time: whoever runs a job renews this, so that a job whose process died is found out.
alter table job add column alive_at timestamptz not null default now();
create index job_running on job (alive_at) where state = 'RUNNING';
