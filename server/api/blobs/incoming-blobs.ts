import "server-only";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { noSuch } from "@/server/services/kernel/service-error";
import { mayReceiveProof } from "@/server/services/proof/may-receive-proof";
import { noteProofReceived } from "@/server/services/proof/note-proof-received";
import { incomingProof } from "@/server/services/proof/proof-keys";
import { receiveUpload, refuseSpentUpload } from "@/server/services/proof/settle-upload";
import { incomingUpload } from "@/server/services/proof/upload-keys";
import type { BlobAppOptions } from "./blob-app";

/** Whose bytes may come in by a granted address: drivers' pictures, and files somebody was given an address for. */
export function incomingBlobs(
  systemOf: (organizationId: string) => ServiceContext,
): Pick<BlobAppOptions, "mayReceive" | "received"> {
  return {
    mayReceive: async (key) => {
      const upload = incomingUpload(key);
      if (!upload) {
        const { organizationId, proofId } = proofOf(key);
        return mayReceiveProof(systemOf(organizationId), { proofId });
      }
      await refuseSpentUpload(systemOf(upload.organizationId), { uploadId: upload.uploadId });
      return "wanted";
    },
    received: async (key) => {
      const upload = incomingUpload(key);
      if (upload) return receiveUpload(systemOf(upload.organizationId), upload.uploadId);
      const { organizationId, proofId } = proofOf(key);
      await noteProofReceived(systemOf(organizationId), { proofId });
    },
  };
}

function proofOf(key: string) {
  const proof = incomingProof(key);
  if (!proof) throw noSuch("proof");
  return proof;
}
