import "server-only";
import { endpoint } from "@/server/api/kernel/endpoint";
import { type DriverMatch, resolveFleetDrivers } from "@/server/services/fleet/resolve-drivers";
import { reportPositions } from "@/server/services/position/report-positions";
import { driverFault } from "../map/driver-parameters";
import { GENERAL_REFUSALS, said } from "../wire/answer";
import {
  driverPositionsSchema,
  positionsRequestSchema,
  updatesAnswerSchema,
  type WireDriverName,
  type WirePosition,
} from "../wire/drivers";
import { answerUpdates, type Verdict } from "./answer-updates";

/** Where drivers have been; each driver's list fails for itself. */
export const updateDriversPositions = endpoint({
  method: "post",
  path: "/update_drivers_positions",
  id: "updateDriversPositions",
  tag: "Drivers",
  summary: "Say where drivers have been",
  scope: "fleet:write",
  takesAnyMediaType: true,
  body: positionsRequestSchema,
  answers: said(updatesAnswerSchema, "What became of each driver's positions."),
  refusals: GENERAL_REFUSALS,
  run: async ({ services, body: { updates } }) =>
    answerUpdates(updates, driverPositionsSchema, async (parsed) => {
      const matches = await resolveFleetDrivers(services, { names: parsed.map(({ driver }) => driver) });
      const named = parsed.map(({ driver }, index) => keyOf(driver, matches[index]!));
      const times = new Map<string, number>();
      for (const key of named) times.set(key, (times.get(key) ?? 0) + 1);
      const verdicts = parsed.map((_, index): Verdict => {
        if (times.get(named[index]!)! > 1) return driverFault("ERR_MULTIPLE_DRV_POS");
        const { kind } = matches[index]!;
        if (kind === "one") return undefined;
        return driverFault(kind === "many" ? "ERR_MULTIPLE_DRV" : "ERR_DRIVER_NOT_FOUND");
      });
      const good = parsed.flatMap(({ positions }, index) => {
        const match = matches[index]!;
        if (verdicts[index] || match.kind !== "one") return [];
        return [{ index, driverId: match.driver.id, fixes: positions.map(toFix) }];
      });
      const reported = await reportPositions(services, { drivers: good.map(({ index: _, ...each }) => each) });
      reported.forEach(({ refused }, place) => {
        const fault = refused.find(({ reason }) => reason !== "too-old");
        if (fault) verdicts[good[place]!.index] = notAPosition(fault.index);
      });
      return verdicts;
    }),
});

/** Whoever is meant by two names, or by the same name twice, is meant twice. */
function keyOf({ externalId, serial }: WireDriverName, match: DriverMatch): string {
  return match.kind === "one" ? match.driver.id : JSON.stringify([externalId, serial]);
}

function notAPosition(index: number): Verdict {
  return driverFault("ERR_INVALID_PARAM_FORMAT", `positions.${index}: is no position, or of the future`);
}

function toFix({ timestamp, latitude, longitude, accuracy, speed, heading }: WirePosition) {
  return {
    recordedAt: new Date(timestamp * 1000),
    lat: latitude,
    lng: longitude,
    accuracyMeters: accuracy ?? null,
    speedMps: speed ?? null,
    headingDegrees: heading ?? null,
  };
}
