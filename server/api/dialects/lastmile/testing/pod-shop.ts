import { moveStops } from "@/server/services/plan/move-stops";
import { apiClient } from "@/server/testing/api-client";
import { planScenario } from "@/server/testing/plan-scenario";
import { servedFiles } from "@/server/testing/served-files";
import { dress } from "../ids";
import { lastmile } from "../lastmile";

/**
 * Three deliveries, the first on the first driver's route and the second on the second's, with files in a folder whose
 * addresses are served as they are in the product.
 */
export async function podShop() {
  const { folder, blobs, serve } = await servedFiles();
  const scenario = await planScenario([{ at: [1, 0] }, { at: [2, 0] }, { at: [3, 0] }], { ports: { blobs } });
  const { tenant, planId, visitIds, routeIds, driverIds, deliveryIds } = scenario;
  for (const [index, routeId] of routeIds.entries()) {
    await moveStops(scenario.context(), {
      planId,
      mutationId: scenario.mutationId(),
      visitIds: [visitIds[index]!],
      to: { kind: "position", routeId, afterVisitId: null },
    });
  }
  let lateMs = 0;
  const files = serve({ systemOf: () => tenant.systemContext(), now: () => new Date(Date.now() + lateMs) });
  const client = await apiClient(lastmile, tenant);
  const put = async (url: string, bytes: Uint8Array, headers: Record<string, string> = {}) =>
    (
      await files.request(url, {
        method: "PUT",
        body: bytes as BodyInit,
        headers: { "content-type": "image/png", "content-length": String(bytes.byteLength), ...headers },
      })
    ).status;
  const stops = visitIds.map((visitId, index) => ({
    delivery_id: dress("delivery", deliveryIds[index]!),
    stop_id: dress("stop", visitId),
  }));
  return {
    ...client,
    tenant,
    blobs,
    folder,
    scenario,
    files,
    put,
    stops,
    drivers: driverIds.map((id) => dress("driver", id)),
    /** Lets the store's clock run ahead. */
    later: (ms: number) => {
      lateMs = ms;
    },
    /** Announces one file of a stop. */
    announce: async (stop: { delivery_id: string; stop_id: string }, file: Record<string, unknown> = {}) => {
      const files = [{ kind: "photo", content_type: "image/png", ...file }];
      const { status, body } = await client.ask("POST", "/pod/request-upload", { body: { ...stop, files } });
      if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`);
      return body.uploads[0] as { upload_url: string; asset_url: string; asset_id: string };
    },
  };
}
export type PodShop = Awaited<ReturnType<typeof podShop>>;
