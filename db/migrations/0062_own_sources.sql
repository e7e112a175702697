CREATE TABLE "own_source" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"part" text NOT NULL,
	"settings" jsonb NOT NULL,
	"sealed" text,
	"changed_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "own_source_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
ALTER TABLE "own_source" ADD CONSTRAINT "own_source_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "own_source_part" ON "own_source" USING btree ("organization_id","part");--> statement-breakpoint
ALTER TABLE "own_source" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "own_source" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
