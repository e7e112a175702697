CREATE TABLE "learned_service" (
	"organization_id" uuid NOT NULL,
	"address_key" text NOT NULL,
	"service_seconds" integer NOT NULL,
	"stays" smallint NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "learned_service_organization_id_address_key_pk" PRIMARY KEY("organization_id","address_key")
);
--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "learns_service_times" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "learned_service" ADD CONSTRAINT "learned_service_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learned_service" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "learned_service" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
