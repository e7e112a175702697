ALTER TABLE "driver" ADD COLUMN "external_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "driver" ADD COLUMN "serial" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "driver" ADD COLUMN "end_depot_id" uuid;--> statement-breakpoint
ALTER TABLE "driver_day" ADD COLUMN "capacity" integer[];--> statement-breakpoint
ALTER TABLE "driver_day" ADD COLUMN "is_off" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "vehicle" ADD COLUMN "external_id" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "optimization" ADD COLUMN "number" integer NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "optimization_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "optimization" ADD COLUMN "first_id" uuid;--> statement-breakpoint
ALTER TABLE "driver" ADD CONSTRAINT "driver_organization_id_end_depot_id_depot_organization_id_id_fk" FOREIGN KEY ("organization_id","end_depot_id") REFERENCES "public"."depot"("organization_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "driver_external_id" ON "driver" USING btree ("organization_id","external_id") WHERE external_id <> '';--> statement-breakpoint
CREATE INDEX "driver_serial" ON "driver" USING btree ("organization_id","serial") WHERE serial <> '';--> statement-breakpoint
CREATE INDEX "vehicle_external_id" ON "vehicle" USING btree ("organization_id","external_id") WHERE external_id <> '';--> statement-breakpoint
CREATE UNIQUE INDEX "optimization_number" ON "optimization" USING btree ("organization_id","number");--> statement-breakpoint
CREATE INDEX "optimization_first" ON "optimization" USING btree ("organization_id","first_id") WHERE first_id is not null;--> statement-breakpoint
UPDATE "driver" d SET external_id = r.value, serial = r.value FROM external_ref r WHERE r.organization_id = d.organization_id AND r.entity = 'driver' AND r.namespace = 'fleet-file' AND r.entity_id = d.id;--> statement-breakpoint
UPDATE "vehicle" v SET external_id = r.value FROM external_ref r WHERE r.organization_id = v.organization_id AND r.entity = 'vehicle' AND r.namespace = 'fleet-file' AND r.entity_id = v.id;
