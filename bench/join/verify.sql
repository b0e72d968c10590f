-- The identity check of a batch: chosen once for every :batch applications that are filed.
select claim_batch(:batch) as ids \gset
select record_batch(:ids::uuid[]);
