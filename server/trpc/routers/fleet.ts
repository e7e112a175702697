import "server-only";
import { createDepot } from "@/server/services/depot/create-depot";
import { deleteDepot } from "@/server/services/depot/delete-depot";
import { editDepot } from "@/server/services/depot/edit-depot";
import { listDepots } from "@/server/services/depot/list-depots";
import { listDrivers } from "@/server/services/fleet/list-drivers";
import { listVehicles } from "@/server/services/fleet/list-vehicles";
import { saveDriver } from "@/server/services/fleet/save-driver";
import { saveVehicle } from "@/server/services/fleet/save-vehicle";
import { commandProcedure, queryProcedure, router } from "../init";

export const fleetRouter = router({
  drivers: queryProcedure(listDrivers),
  saveDriver: commandProcedure(saveDriver),
  vehicles: queryProcedure(listVehicles),
  saveVehicle: commandProcedure(saveVehicle),
  depots: queryProcedure(listDepots),
  createDepot: commandProcedure(createDepot),
  editDepot: commandProcedure(editDepot),
  deleteDepot: commandProcedure(deleteDepot),
});
