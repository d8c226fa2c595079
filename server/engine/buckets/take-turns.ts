/**
 * Gives out as many of the wanted turns of a bucket as come soon enough, one after the other, and says when the first of
 * them is. `in_line`: whoever finds others waiting goes to the end of their line, and so does who gets no turn. All times
 * are milliseconds from now, so that nobody's clock but the database's counts. A function in the database: one round trip.
 */
export const TAKE_TURNS = `
CREATE OR REPLACE FUNCTION "takeTurns"(in_workspace uuid, in_connection uuid, in_name text, wanted int, every float8, ahead float8, in_line boolean)
RETURNS TABLE ("granted" int, "firstIn" float8, "nextIn" float8, "why" text) LANGUAGE plpgsql AS $$
DECLARE
  bucket "RateBucket";
  clock timestamptz;
  start timestamptz;
  line timestamptz;
  got int := 0;
  spacing interval := every * interval '1 millisecond';
  soon interval := ahead * interval '1 millisecond';
  span interval := interval '10 seconds';
BEGIN
  -- A turn that a crash forgets is no loss worth a flush to disk for every call.
  PERFORM set_config('synchronous_commit', 'off', true);
  SELECT * INTO bucket FROM "RateBucket" b
  WHERE b."workspaceId" = in_workspace AND b."connectionId" = in_connection AND b."name" = in_name FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO "RateBucket" ("workspaceId", "connectionId", "name") VALUES (in_workspace, in_connection, in_name)
    ON CONFLICT DO NOTHING;
    SELECT * INTO bucket FROM "RateBucket" b
    WHERE b."workspaceId" = in_workspace AND b."connectionId" = in_connection AND b."name" = in_name FOR UPDATE;
  END IF;
  clock := clock_timestamp();
  start := greatest(bucket."nextAt", bucket."blockedUntil", clock);
  IF start <= clock + soon AND NOT (in_line AND bucket."lineAt" > clock + soon) THEN
    got := least(wanted, 1 + floor(extract(epoch FROM clock + soon - start) * 1000 / every)::int);
  END IF;
  line := greatest(bucket."lineAt", start + got * spacing);
  UPDATE "RateBucket" b SET
    "nextAt" = CASE WHEN got > 0 THEN start + got * spacing ELSE bucket."nextAt" END,
    "lineAt" = CASE WHEN in_line AND got < wanted THEN line + (wanted - got) * spacing ELSE bucket."lineAt" END,
    "windowAt" = CASE WHEN bucket."windowAt" + span > clock THEN bucket."windowAt" ELSE clock END,
    "windowCount" = got + CASE WHEN bucket."windowAt" + span > clock THEN bucket."windowCount" ELSE 0 END,
    "lastCount" = CASE WHEN bucket."windowAt" + span > clock THEN bucket."lastCount"
                       WHEN bucket."windowAt" + 2 * span > clock THEN bucket."windowCount" ELSE 0 END
  WHERE b."workspaceId" = in_workspace AND b."connectionId" = in_connection AND b."name" = in_name;
  "granted" := got;
  "firstIn" := extract(epoch FROM start - clock) * 1000;
  "nextIn" := extract(epoch FROM CASE WHEN in_line THEN line ELSE start + got * spacing END - clock) * 1000;
  "why" := CASE WHEN bucket."blockedUntil" > clock THEN bucket."blockedWhy" END;
  RETURN NEXT;
END $$;`;
