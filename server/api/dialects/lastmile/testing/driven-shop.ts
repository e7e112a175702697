import type { PositionBatch } from "@/server/ports/position-sink";
import { type ApiRequest, apiClient } from "@/server/testing/api-client";
import { drivenDay } from "@/server/testing/driven-day";
import { memoryBlobStore } from "@/server/testing/memory-blob-store";
import { dress } from "../ids";
import { lastmile } from "../lastmile";

/** A day that has been sent out, a shop that asks about it, and its drivers' apps; `routes` as of `drivenDay`. */
export async function drivenShop(routes: readonly (readonly number[])[], visits?: Parameters<typeof drivenDay>[1]) {
  const positions: PositionBatch[] = [];
  const blobs = memoryBlobStore();
  const write = async (batch: PositionBatch) => {
    positions.push(batch);
    return "stored" as const;
  };
  const day = await drivenDay(routes, visits, { ports: { positions: { write }, blobs } });
  const { scenario, clock } = day;
  const client = await apiClient(lastmile, scenario.tenant, { now: () => clock.now() });
  const tokens = new Map<number, string>();
  const tokenOf = async (driver: number) => {
    const path = `/drivers/${dress("driver", scenario.driverIds[driver]!)}/impersonate-token`;
    const token = tokens.get(driver) ?? ((await client.ask("POST", path)).body.token as string);
    tokens.set(driver, token);
    return token;
  };
  return {
    ...day,
    ...client,
    positions,
    blobs,
    tokenOf,
    /** What the app of the driver of route n + 1 asks. */
    asDriver: async (driver: number, method: string, path: string, request: ApiRequest = {}) =>
      client.ask(method, `/driver-api${path}`, { token: await tokenOf(driver), ...request }),
    assignment: (route: number) => dress("assignment", scenario.routeIds[route]!),
    stop: (visit: number) => dress("stop", scenario.visitIds[visit]!),
    delivery: (visit: number) => dress("delivery", scenario.deliveryIds[visit]!),
  };
}
