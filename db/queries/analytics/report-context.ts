import "server-only";
import { asc, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { project } from "@/db/schema/project";
import { slotZone } from "@/db/schema/slot";
import type { MeasuredZone } from "./measured";

/** The zones of all projects, each project's in the order in which they were made. */
export async function listMeasuredZones(tx: Tx, organizationId: string): Promise<MeasuredZone[]> {
  return tx
    .select({ id: slotZone.id, projectId: slotZone.projectId, name: slotZone.name, area: slotZone.area })
    .from(slotZone)
    .where(eq(slotZone.organizationId, organizationId))
    .orderBy(asc(slotZone.id));
}

export async function hasProject(tx: Tx, organizationId: string, projectId: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: project.id })
    .from(project)
    .where(sql`${project.organizationId} = ${organizationId} and ${project.id} = ${projectId}`);
  return row !== undefined;
}

/** The first and last days of which there is anything to report: an order, or a plan; null before there is. */
export async function findReportedDays(tx: Tx, organizationId: string, projectId: string | undefined) {
  const ofProject = projectId ? sql`and project_id = ${projectId}` : sql``;
  const [row] = await tx.execute<{ first: string | null; last: string | null }>(sql`
    select least((select min(date) from plan where organization_id = ${organizationId} ${ofProject}),
        (select min(service_date) from delivery where organization_id = ${organizationId} ${ofProject}))::text as first,
      greatest((select max(date) from plan where organization_id = ${organizationId} ${ofProject}),
        (select max(service_date) from delivery where organization_id = ${organizationId} ${ofProject}))::text as last`);
  return row!;
}
