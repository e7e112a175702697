CREATE TABLE "delivery_join" (
	"organization_id" uuid NOT NULL,
	"pickup_id" uuid NOT NULL,
	"dropoff_id" uuid NOT NULL,
	CONSTRAINT "delivery_join_organization_id_pickup_id_pk" PRIMARY KEY("organization_id","pickup_id")
);
--> statement-breakpoint
ALTER TABLE "delivery_join" ADD CONSTRAINT "delivery_join_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_join" ADD CONSTRAINT "delivery_join_organization_id_pickup_id_delivery_organization_id_id_fk" FOREIGN KEY ("organization_id","pickup_id") REFERENCES "public"."delivery"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_join" ADD CONSTRAINT "delivery_join_organization_id_dropoff_id_delivery_organization_id_id_fk" FOREIGN KEY ("organization_id","dropoff_id") REFERENCES "public"."delivery"("organization_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_join_dropoff" ON "delivery_join" USING btree ("organization_id","dropoff_id");--> statement-breakpoint
ALTER TABLE "delivery_join" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY tenant ON "delivery_join" TO dray_app USING (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid) WITH CHECK (organization_id = nullif(current_setting('app.organization_id', true), '')::uuid);--> statement-breakpoint
INSERT INTO "delivery_join" (organization_id, pickup_id, dropoff_id)
SELECT named.organization_id, CASE named.kind WHEN 'pickup' THEN named.id ELSE other.id END, CASE named.kind WHEN 'pickup' THEN other.id ELSE named.id END
FROM "delivery" named
JOIN "delivery" other ON other.organization_id = named.organization_id AND other.project_id = named.project_id
  AND replace(other.id::text, '-', '') = named.extensions->'optimoroute'->>'relatedId'
WHERE (named.kind, other.kind) IN (('pickup', 'dropoff'), ('dropoff', 'pickup'))
ON CONFLICT DO NOTHING;--> statement-breakpoint
UPDATE "delivery" SET extensions = extensions #- '{optimoroute,relatedId}' WHERE extensions->'optimoroute' ? 'relatedId';
