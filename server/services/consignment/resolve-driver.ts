import "server-only";
import { z } from "zod";
import { hasAccount } from "@/db/queries/access/has-account";
import { findDriversByEmail } from "@/db/queries/consignment/consignments";
import { findHomeProject } from "@/db/queries/project/find-project";
import { saveDriver } from "../fleet/save-driver";
import { query } from "../kernel/query";
import type { ServiceContext } from "../kernel/service-context";
import { ServiceError } from "../kernel/service-error";

/** Hours of a driver of whom nothing but an address is known: 08:00 to 20:00. */
const HOURS = { shiftFromSeconds: 8 * 3600, shiftToSeconds: 20 * 3600 };

/**
 * Who drives under an address. `found`: a driver of ours; `added`: somebody with an account in this installation, a driver of ours
 * from now on; `invited`: nobody, so he stands among the drivers, not driving, until somebody lets him in.
 */
export interface ResolvedDriver {
  readonly outcome: "found" | "added" | "invited";
  /** Null unless he drives. */
  readonly driverId: string | null;
  readonly projectId: string;
}

export async function resolveDriver(services: ServiceContext, email: string): Promise<ResolvedDriver> {
  const { driver, homeId } = await lookUp(services, { email });
  const projectId = driver?.projectId ?? homeId;
  if (driver?.status === "active") return { outcome: "found", driverId: driver.id, projectId };
  if (driver) return { outcome: "invited", driverId: null, projectId };
  const isKnown = await hasAccount(services.database, email);
  // His account's name is for those he has given it to.
  const status = isKnown ? ("active" as const) : ("inactive" as const);
  const { id } = await saveDriver(services, { projectId, driver: { name: email, email, status, ...HOURS } });
  return isKnown ? { outcome: "added", driverId: id, projectId } : { outcome: "invited", driverId: null, projectId };
}

const lookUp = query({
  permission: "fleet.read",
  input: z.object({ email: z.email() }),
  run: async ({ tx, actor }, { email }) => {
    const { organizationId } = actor;
    const [driver] = await findDriversByEmail(tx, organizationId, email);
    const home = await findHomeProject(tx, organizationId);
    if (!home) {
      const what = { reason: "no-such", what: "project" } as const;
      throw new ServiceError("refused", "This organization has no project yet.", what);
    }
    return { driver, homeId: home.id };
  },
});
