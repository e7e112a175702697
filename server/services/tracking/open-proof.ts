import "server-only";
import { z } from "zod";
import {
  countIdentityTries,
  findActDoor,
  insertIdentityTry,
  listDoorPictures,
} from "@/db/queries/tracking/customer-acts";
import { identityAnswerSchema, passesIdentityCheck } from "@/server/domain/tracking/identity-check";
import { mayTryIdentity, TRY_WINDOW_MS } from "@/server/domain/tracking/identity-tries";
import { changed, changedQuietly, command, unchanged } from "../kernel/command";
import { found } from "../kernel/service-error";
import { actRefused, judgeAct } from "./judge-act";

export type ProofAnswer = "granted" | "wrong-answer" | "too-many-tries";

/**
 * A customer shows who he is to see the proof of his delivery. Answers that do not fit are counted by door, under its
 * lock, so that neither a new link nor many at once give more tries. Who was let in stands in the log.
 */
export const openProof = command({
  permission: "order.write",
  input: z.object({ visitId: z.uuid(), scope: z.enum(["page", "status"]), answer: identityAnswerSchema }),
  run: async (scope, { answer, ...door }) => {
    const {
      tx,
      actor: { organizationId },
      now,
    } = scope;
    const { refusal } = await judgeAct(scope, door, "proof");
    if (refusal) throw actRefused(refusal);
    const { visitId } = door;
    const since = new Date(now.getTime() - TRY_WINDOW_MS);
    const tries = await countIdentityTries(tx, organizationId, visitId, since);
    if (!mayTryIdentity(tries)) return unchanged<ProofAnswer>("too-many-tries");
    const { postcode, phone, deliveryId } = found(await findActDoor(tx, organizationId, visitId), "stop");
    if (!passesIdentityCheck(answer, { postcode, phone })) {
      await insertIdentityTry(tx, { organizationId, id: scope.newId(), visitId, createdAt: now });
      return changedQuietly<ProofAnswer>("wrong-answer");
    }
    const proofIds = (await listDoorPictures(tx, organizationId, visitId)).map(({ id }) => id);
    return changed<ProofAnswer>("granted", [
      { type: "proof.granted", entity: "delivery", entityId: deliveryId, data: { visitId, proofIds } },
    ]);
  },
});
