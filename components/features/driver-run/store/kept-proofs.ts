import type { KeptDraft, KeptProof } from "./kept";
import { answerOf, inTransaction } from "./open-database";

/** Keeps a photo or signature the moment it is taken, together with the form that names it. */
export async function keepProof(
  database: IDBDatabase,
  proof: KeptProof,
  bytes: ArrayBuffer,
  draft: KeptDraft | null,
): Promise<void> {
  await inTransaction(database, ["proofs", "bytes", "drafts"], "readwrite", (store) => {
    store("proofs").put(proof);
    store("bytes").put(bytes, proof.proofId);
    if (draft) store("drafts").put(draft);
  });
}

/** Keeps a form as far as it is filled in. */
export async function keepDraft(database: IDBDatabase, draft: KeptDraft): Promise<void> {
  await inTransaction(database, ["drafts"], "readwrite", (store) => {
    store("drafts").put(draft);
  });
}

/** The bytes of a proof; undefined when they are gone. */
export async function proofBytes(database: IDBDatabase, proofId: string): Promise<ArrayBuffer | undefined> {
  return inTransaction(database, ["bytes"], "readonly", (store) =>
    answerOf<ArrayBuffer | undefined>(store("bytes").get(proofId)),
  );
}

/** Notes what became of a proof; the bytes of one the server has are let go. */
export async function settleProof(database: IDBDatabase, proofId: string, state: "sent" | "refused"): Promise<void> {
  await inTransaction(database, ["proofs", "bytes"], "readwrite", async (store) => {
    const proof = await answerOf<KeptProof | undefined>(store("proofs").get(proofId));
    if (proof) store("proofs").put({ ...proof, state });
    if (state === "sent") store("bytes").delete(proofId);
  });
}

/** Throws away a proof that no act names, or that was refused; nothing when it is in another state than that. */
export async function dropProof(database: IDBDatabase, proofId: string, state: "draft" | "refused"): Promise<void> {
  await inTransaction(database, ["proofs", "bytes"], "readwrite", async (store) => {
    const proof = await answerOf<KeptProof | undefined>(store("proofs").get(proofId));
    if (proof?.state !== state) return;
    store("proofs").delete(proofId);
    store("bytes").delete(proofId);
  });
}
