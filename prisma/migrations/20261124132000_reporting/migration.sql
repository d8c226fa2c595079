-- Customer.io connections get the address that reports are sent to.
UPDATE "Connection" SET "endpointToken" = replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')
WHERE "app" = 'customerio' AND "deletedAt" IS NULL AND "endpointToken" IS NULL;
