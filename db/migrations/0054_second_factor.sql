CREATE TABLE "sign_in_tries" (
	"key" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"held_until" timestamp with time zone NOT NULL,
	"last_try_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "two_factor" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"secret" text NOT NULL,
	"backup_codes" text NOT NULL,
	"verified" boolean DEFAULT true NOT NULL,
	"failed_verification_count" integer DEFAULT 0 NOT NULL,
	"locked_until" timestamp with time zone,
	"last_step" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "requires_second_factor" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "user" ADD COLUMN "two_factor_enabled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sign_in_tries_last_try" ON "sign_in_tries" USING btree ("last_try_at");--> statement-breakpoint
CREATE UNIQUE INDEX "two_factor_user_id" ON "two_factor" USING btree ("user_id");
--> statement-breakpoint
-- Nobody's rows: asked before there is a tenant, by the owner alone.
REVOKE ALL ON "sign_in_tries", "two_factor" FROM dray_app;--> statement-breakpoint
-- Sessions and second factors are people's own. A tenant reaches those of its members by these functions, and no further.
CREATE FUNCTION tenant_sessions() RETURNS TABLE (id uuid, user_id uuid, ip_address text, user_agent text, created_at timestamptz, updated_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s.user_id, s.ip_address, s.user_agent, s.created_at, s.updated_at
  FROM session s
  WHERE s.expires_at > now()
    -- Where a session works: in the organization it chose, else in the one its person joined first (`findMembership`).
    AND nullif(current_setting('app.organization_id', true), '')::uuid = (
      SELECT m.organization_id FROM member m WHERE m.user_id = s.user_id
      ORDER BY m.organization_id = s.active_organization_id DESC NULLS LAST, m.created_at LIMIT 1
    )
$$;--> statement-breakpoint
CREATE FUNCTION end_tenant_sessions(ids uuid[]) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH ended AS (DELETE FROM session s USING tenant_sessions() t WHERE t.id = s.id AND s.id = ANY (ids) RETURNING 1)
  SELECT count(*)::int FROM ended
$$;--> statement-breakpoint
-- 'elsewhere': who belongs to another organization too is not made weaker there by this one.
CREATE FUNCTION reset_tenant_second_factor(person uuid) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE tenant uuid := nullif(current_setting('app.organization_id', true), '')::uuid;
BEGIN
  IF NOT EXISTS (SELECT FROM member WHERE user_id = person AND organization_id = tenant) THEN RETURN 'none'; END IF;
  IF NOT EXISTS (SELECT FROM "user" WHERE id = person AND two_factor_enabled) THEN RETURN 'none'; END IF;
  IF EXISTS (SELECT FROM member WHERE user_id = person AND organization_id <> tenant) THEN RETURN 'elsewhere'; END IF;
  DELETE FROM two_factor WHERE user_id = person;
  DELETE FROM verification WHERE identifier LIKE 'trust-device-%' AND value = person::text;
  UPDATE "user" SET two_factor_enabled = false, updated_at = now() WHERE id = person;
  RETURN 'reset';
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION tenant_sessions(), end_tenant_sessions(uuid[]), reset_tenant_second_factor(uuid) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION tenant_sessions(), end_tenant_sessions(uuid[]), reset_tenant_second_factor(uuid) TO dray_app;
