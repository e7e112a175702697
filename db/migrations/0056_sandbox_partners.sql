CREATE TABLE "sandbox_partner" (
	"organization_id" uuid NOT NULL,
	"partner_id" uuid NOT NULL,
	"simulation" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "sandbox_partner_organization_id_partner_id_pk" PRIMARY KEY("organization_id","partner_id")
);
--> statement-breakpoint
ALTER TABLE "sandbox_partner" ADD CONSTRAINT "sandbox_partner_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox_partner" ADD CONSTRAINT "sandbox_partner_organization_id_partner_id_partner_organization_id_id_fk" FOREIGN KEY ("organization_id","partner_id") REFERENCES "public"."partner"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sandbox_partner" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "sandbox_partner" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
