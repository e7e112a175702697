import "server-only";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { findKnownDriver } from "@/db/queries/fleet/driver-pages";
import { findKnownVehicle } from "@/db/queries/fleet/vehicle-pages";
import { findProject } from "@/db/queries/project/find-project";
import type { DocumentOwner, UploadRow } from "@/db/queries/proof/uploads";
import { localDateAt } from "@/server/domain/time/zoned-time";
import { found } from "../kernel/service-error";

/** Whose a paper is. */
export const documentOwnerSchema = z.object({ entity: z.enum(["driver", "vehicle"]), id: z.uuid() });

/** Refuses an owner that is not here; says what day it is where he drives. */
export async function ownersToday(
  tx: Tx,
  organizationId: string,
  { entity, id }: DocumentOwner,
  now: Date,
): Promise<string> {
  const row =
    entity === "driver"
      ? (await findKnownDriver(tx, organizationId, id))?.driver
      : (await findKnownVehicle(tx, organizationId, id))?.vehicle;
  const { projectId } = found(row, entity);
  const { timeZone } = found(await findProject(tx, organizationId, projectId), "project");
  return localDateAt(now, timeZone);
}

/** Whose a file is, if it is a paper. */
export function ownerOf({ driverId, vehicleId }: UploadRow): DocumentOwner | null {
  if (driverId !== null) return { entity: "driver", id: driverId };
  return vehicleId === null ? null : { entity: "vehicle", id: vehicleId };
}
