alter table idempotency add column etag text;
