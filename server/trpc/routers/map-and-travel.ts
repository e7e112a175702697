import "server-only";
import { readMapAndTravel } from "@/server/services/map-and-travel/read-map-and-travel";
import { tryAddress } from "@/server/services/map-and-travel/try-address";
import { tryDrive } from "@/server/services/map-and-travel/try-drive";
import { checkSource } from "@/server/services/own-source/check-source";
import { saveGeocoder } from "@/server/services/own-source/save-geocoder";
import { saveMap } from "@/server/services/own-source/save-map";
import { saveTravel } from "@/server/services/own-source/save-travel";
import { tryGeocoder } from "@/server/services/own-source/try-geocoder";
import { tryMap } from "@/server/services/own-source/try-map";
import { tryTravel } from "@/server/services/own-source/try-travel";
import { commandProcedure, postedQueryProcedure, queryProcedure, router } from "../init";

export const mapAndTravelRouter = router({
  setup: queryProcedure(readMapAndTravel),
  tryAddress: queryProcedure(tryAddress),
  tryDrive: queryProcedure(tryDrive),
  tryGeocoder: postedQueryProcedure(tryGeocoder),
  tryTravel: postedQueryProcedure(tryTravel),
  tryMap: postedQueryProcedure(tryMap),
  checkSource: commandProcedure(checkSource),
  saveGeocoder: commandProcedure(saveGeocoder),
  saveTravel: commandProcedure(saveTravel),
  saveMap: commandProcedure(saveMap),
});
