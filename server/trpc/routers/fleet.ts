import "server-only";
import { createDepot } from "@/server/services/depot/create-depot";
import { deleteDepot } from "@/server/services/depot/delete-depot";
import { editDepot } from "@/server/services/depot/edit-depot";
import { listDepots } from "@/server/services/depot/list-depots";
import { changeFleetDocument } from "@/server/services/fleet/change-fleet-document";
import { deleteFleetDocument } from "@/server/services/fleet/delete-fleet-document";
import { exportFleet } from "@/server/services/fleet/export-fleet";
import { listDrivers } from "@/server/services/fleet/list-drivers";
import { listFleetDocuments } from "@/server/services/fleet/list-fleet-documents";
import { listPapersToRenew } from "@/server/services/fleet/list-papers-to-renew";
import { listVehicles } from "@/server/services/fleet/list-vehicles";
import { openFleetDocument } from "@/server/services/fleet/open-fleet-document";
import { requestFleetDocument } from "@/server/services/fleet/request-fleet-document";
import { saveDriver } from "@/server/services/fleet/save-driver";
import { saveVehicle } from "@/server/services/fleet/save-vehicle";
import { commandProcedure, queryProcedure, router } from "../init";

export const fleetRouter = router({
  drivers: queryProcedure(listDrivers),
  saveDriver: commandProcedure(saveDriver),
  vehicles: queryProcedure(listVehicles),
  saveVehicle: commandProcedure(saveVehicle),
  documents: queryProcedure(listFleetDocuments),
  papersToRenew: queryProcedure(listPapersToRenew),
  requestDocument: commandProcedure(requestFleetDocument),
  openDocument: commandProcedure(openFleetDocument),
  changeDocument: commandProcedure(changeFleetDocument),
  deleteDocument: commandProcedure(deleteFleetDocument),
  export: commandProcedure(exportFleet),
  depots: queryProcedure(listDepots),
  createDepot: commandProcedure(createDepot),
  editDepot: commandProcedure(editDepot),
  deleteDepot: commandProcedure(deleteDepot),
});
