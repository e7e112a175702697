import "server-only";
import { decideReviews } from "@/server/services/proof/decide-reviews";
import { listReviews } from "@/server/services/proof/list-reviews";
import { readDeliveryEvidence } from "@/server/services/proof/read-delivery-evidence";
import { readEvidence } from "@/server/services/proof/read-evidence";
import { viewProofs } from "@/server/services/proof/view-proofs";
import { commandProcedure, queryProcedure, router } from "../init";

export const proofRouter = router({
  reviews: queryProcedure(listReviews),
  evidence: queryProcedure(readEvidence),
  ofDelivery: queryProcedure(readDeliveryEvidence),
  view: commandProcedure(viewProofs),
  decide: commandProcedure(decideReviews),
});
