import "server-only";
import type { JobPayload } from "@/server/jobs/catalog";
import type { ServiceContext } from "@/server/services/kernel/service-context";
import { findArrivedUpload } from "@/server/services/proof/settle-upload";

/** Looks whether an announced file has come. */
export async function findUploadJob(
  services: ServiceContext,
  { uploadId }: Pick<JobPayload<"find-upload">, "uploadId">,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  await findArrivedUpload(services, uploadId);
}
