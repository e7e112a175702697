import "server-only";
import { bulkEditDeliveries } from "@/server/services/order/bulk-edit-deliveries";
import { cancelDeliveries } from "@/server/services/order/cancel-deliveries";
import { countDeliveryFacets } from "@/server/services/order/count-delivery-facets";
import { createDeliveries } from "@/server/services/order/create-deliveries";
import { deleteDeliveries } from "@/server/services/order/delete-deliveries";
import { editDelivery } from "@/server/services/order/edit-delivery";
import { getDelivery } from "@/server/services/order/get-delivery";
import { listDeliveries } from "@/server/services/order/list-deliveries";
import { listDeliveryIds } from "@/server/services/order/list-delivery-ids";
import { previewCancellation } from "@/server/services/order/preview-cancellation";
import { commandProcedure, postedQueryProcedure, queryProcedure, router } from "../init";

export const orderRouter = router({
  list: queryProcedure(listDeliveries),
  ids: queryProcedure(listDeliveryIds),
  facets: queryProcedure(countDeliveryFacets),
  get: queryProcedure(getDelivery),
  create: commandProcedure(createDeliveries),
  edit: commandProcedure(editDelivery),
  bulkEdit: commandProcedure(bulkEditDeliveries),
  delete: commandProcedure(deleteDeliveries),
  previewCancel: postedQueryProcedure(previewCancellation),
  cancel: commandProcedure(cancelDeliveries),
});
