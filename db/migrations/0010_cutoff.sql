CREATE TABLE "check_dismissal" (
	"organization_id" uuid NOT NULL,
	"delivery_id" uuid NOT NULL,
	"check" text NOT NULL,
	"subject" text NOT NULL,
	"dismissed_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "check_dismissal_organization_id_delivery_id_check_subject_pk" PRIMARY KEY("organization_id","delivery_id","check","subject")
);
--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "rolled_over_from" date[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox_message" ADD COLUMN "assignment_id" uuid;--> statement-breakpoint
ALTER TABLE "order_import_row" ADD COLUMN "service_date" date;--> statement-breakpoint
ALTER TABLE "assignment" ADD COLUMN "opened_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "cutoff_seconds" integer;--> statement-breakpoint
ALTER TABLE "project" ADD COLUMN "cutoff_days_before" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "check_dismissal" ADD CONSTRAINT "check_dismissal_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_dismissal" ADD CONSTRAINT "check_dismissal_organization_id_delivery_id_delivery_organization_id_id_fk" FOREIGN KEY ("organization_id","delivery_id") REFERENCES "public"."delivery"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_message_assignment" ON "outbox_message" USING btree ("organization_id","assignment_id") WHERE assignment_id is not null;--> statement-breakpoint
ALTER TABLE "check_dismissal" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "check_dismissal" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);
