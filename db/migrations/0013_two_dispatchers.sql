CREATE TABLE "plan_mutation" (
	"organization_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"mutation_id" text NOT NULL,
	"request_hash" text NOT NULL,
	"edit_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "plan_mutation_organization_id_plan_id_mutation_id_pk" PRIMARY KEY("organization_id","plan_id","mutation_id")
);
--> statement-breakpoint
CREATE UNLOGGED TABLE "plan_presence" (
	"organization_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"name" text NOT NULL,
	"activity" text,
	"route_ids" uuid[] NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "plan_presence_organization_id_plan_id_user_id_session_id_pk" PRIMARY KEY("organization_id","plan_id","user_id","session_id")
);
--> statement-breakpoint
ALTER TABLE "plan_mutation" ADD CONSTRAINT "plan_mutation_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_mutation" ADD CONSTRAINT "plan_mutation_organization_id_edit_id_plan_edit_organization_id_id_fk" FOREIGN KEY ("organization_id","edit_id") REFERENCES "public"."plan_edit"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_presence" ADD CONSTRAINT "plan_presence_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_presence" ADD CONSTRAINT "plan_presence_organization_id_plan_id_plan_organization_id_id_fk" FOREIGN KEY ("organization_id","plan_id") REFERENCES "public"."plan"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plan_edit_plan" ON "plan_edit" USING btree ("organization_id","plan_id","id");--> statement-breakpoint
-- The requests known so far, before the columns that named them go.
INSERT INTO "plan_mutation" SELECT organization_id, plan_id, mutation_id, '', id, created_at FROM "plan_edit";--> statement-breakpoint
INSERT INTO "plan_mutation" SELECT organization_id, plan_id, turn_mutation_id, '', id, created_at FROM "plan_edit" WHERE turn_mutation_id IS NOT NULL ON CONFLICT DO NOTHING;--> statement-breakpoint
DROP INDEX "plan_edit_mutation";--> statement-breakpoint
ALTER TABLE "plan_edit" DROP COLUMN "mutation_id";--> statement-breakpoint
ALTER TABLE "plan_edit" DROP COLUMN "turn_mutation_id";--> statement-breakpoint
ALTER TABLE "plan_mutation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "plan_mutation" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
ALTER TABLE "plan_presence" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "plan_presence" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
