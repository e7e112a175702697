CREATE TABLE "proof" (
	"organization_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"route_id" uuid NOT NULL,
	"assignment_id" uuid,
	"driver_id" uuid,
	"kind" text NOT NULL,
	"visit_ids" uuid[] NOT NULL,
	"op_id" uuid,
	"status" text NOT NULL,
	"rejection" text,
	"content_type" text NOT NULL,
	"sha256" text NOT NULL,
	"bytes" integer NOT NULL,
	"clean_sha256" text,
	"clean_bytes" integer,
	"width_pixels" integer,
	"height_pixels" integer,
	"taken_at" timestamp with time zone NOT NULL,
	"position" jsonb,
	"exif_taken_at" timestamp with time zone,
	"exif_position" jsonb,
	"brightness" real,
	"sharpness" real,
	"reuse_of" uuid,
	"received_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "proof_organization_id_id_pk" PRIMARY KEY("organization_id","id")
);
--> statement-breakpoint
CREATE TABLE "proof_review" (
	"organization_id" uuid NOT NULL,
	"route_id" uuid NOT NULL,
	"visit_id" uuid NOT NULL,
	"op_id" uuid NOT NULL,
	"state" text NOT NULL,
	"note" text NOT NULL,
	"reviewed_by" text NOT NULL,
	"reviewed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "proof_review_organization_id_route_id_visit_id_pk" PRIMARY KEY("organization_id","route_id","visit_id")
);
--> statement-breakpoint
ALTER TABLE "proof" ADD CONSTRAINT "proof_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proof" ADD CONSTRAINT "proof_organization_id_route_id_route_organization_id_id_fk" FOREIGN KEY ("organization_id","route_id") REFERENCES "public"."route"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proof_review" ADD CONSTRAINT "proof_review_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proof_review" ADD CONSTRAINT "proof_review_organization_id_route_id_route_organization_id_id_fk" FOREIGN KEY ("organization_id","route_id") REFERENCES "public"."route"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "proof_route" ON "proof" USING btree ("organization_id","route_id");--> statement-breakpoint
CREATE INDEX "proof_sha256" ON "proof" USING btree ("organization_id","sha256");--> statement-breakpoint
ALTER TABLE "proof" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "proof" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
ALTER TABLE "proof_review" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "proof_review" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
