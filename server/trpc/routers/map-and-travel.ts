import "server-only";
import { readMapAndTravel } from "@/server/services/map-and-travel/read-map-and-travel";
import { tryAddress } from "@/server/services/map-and-travel/try-address";
import { tryDrive } from "@/server/services/map-and-travel/try-drive";
import { queryProcedure, router } from "../init";

export const mapAndTravelRouter = router({
  setup: queryProcedure(readMapAndTravel),
  tryAddress: queryProcedure(tryAddress),
  tryDrive: queryProcedure(tryDrive),
});
