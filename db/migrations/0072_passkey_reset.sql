-- A session begun by a passkey that its person has removed in it knows the passkey no more: it goes with the others all the same.
CREATE OR REPLACE FUNCTION reset_tenant_second_factor(person uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE tenant uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
BEGIN
  IF NOT EXISTS (SELECT FROM member WHERE user_id = person AND organization_id = tenant) THEN RETURN 'none'; END IF;
  IF NOT EXISTS (SELECT FROM "user" WHERE id = person AND two_factor_enabled)
    AND NOT EXISTS (SELECT FROM passkey WHERE user_id = person) THEN RETURN 'none'; END IF;
  IF EXISTS (SELECT FROM member WHERE user_id = person AND organization_id <> tenant) THEN RETURN 'elsewhere'; END IF;
  DELETE FROM session WHERE user_id = person AND (passkey_id IS NOT NULL OR signed_in_by = 'passkey');
  DELETE FROM passkey WHERE user_id = person;
  DELETE FROM two_factor WHERE user_id = person;
  DELETE FROM verification WHERE identifier LIKE 'trust-device-%' AND value = person::text;
  UPDATE "user" SET two_factor_enabled = false, updated_at = now() WHERE id = person;
  RETURN 'reset';
END $$;
