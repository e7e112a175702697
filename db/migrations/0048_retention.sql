CREATE TABLE "retention_policy" (
	"organization_id" uuid PRIMARY KEY NOT NULL,
	"position_days" integer NOT NULL,
	"proof_days" integer NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "retention_policy" ADD CONSTRAINT "retention_policy_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_policy" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "retention_policy" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
-- Nothing goes sooner than its project said: the longest of an organization's projects counts, and "for good" is the most there is.
INSERT INTO "retention_policy" (organization_id, position_days, proof_days, updated_at)
SELECT organization_id, 60, CASE WHEN bool_or(proof_days IS NULL) THEN 2555 ELSE least(2555, greatest(180, max(proof_days))) END, now()
FROM "project" GROUP BY organization_id;--> statement-breakpoint
ALTER TABLE "project" DROP COLUMN "proof_days";