ALTER TABLE "order_import" ALTER COLUMN "created_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "order_import_row" ADD COLUMN "external_id" text;--> statement-breakpoint
CREATE INDEX "order_import_row_external_id" ON "order_import_row" USING btree ("organization_id","import_id","external_id") WHERE external_id is not null;