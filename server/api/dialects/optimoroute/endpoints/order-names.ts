import "server-only";
import { resolveDrivers } from "@/server/services/fleet/resolve-drivers";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { fault, type OrderFault } from "../wire/codes";
import type { OrderRequest } from "../wire/order";

/** The first skill or feature an order asks for that nobody has. */
export function unknownCodeOf(
  { skills = [], vehicleFeatures = [] }: OrderRequest,
  known: { readonly skills: ReadonlySet<string>; readonly features: ReadonlySet<string> },
): OrderFault | undefined {
  const skill = skills.find((each) => !known.skills.has(each));
  if (skill !== undefined) return fault("ERR_SK_NOT_EXISTS", `The skill ${skill} does not exist.`);
  const feature = vehicleFeatures.find((each) => !known.features.has(each));
  return feature === undefined
    ? undefined
    : fault("ERR_VF_NOT_EXISTS", `The vehicle feature ${feature} does not exist.`);
}

/** The drivers orders are assigned to: nothing where nothing is said, null where nobody is to be. */
export async function driversOf(
  services: ServiceContext,
  meant: readonly { readonly request: OrderRequest; readonly index: number }[],
) {
  const naming = meant.filter(({ request }) => request.assignedTo);
  const matches =
    naming.length === 0
      ? []
      : await resolveDrivers(services, {
          names: naming.map(({ request: { assignedTo } }) => ({
            externalId: assignedTo?.externalId ?? undefined,
            serial: assignedTo?.serial ?? undefined,
          })),
        });
  const byIndex = new Map(naming.map(({ index }, at) => [index, matches[at]!]));
  return meant.map(({ index, request: { assignedTo } }) => {
    if (assignedTo === undefined) return {};
    const match = byIndex.get(index);
    if (assignedTo === null || !match) return { driverId: null };
    if (match.kind === "one") return { driverId: match.driver.id };
    return { fault: fault(match.kind === "none" ? "ERR_DRV_NOT_EXISTS" : "ERR_DRV_MULTIPLE") };
  });
}
