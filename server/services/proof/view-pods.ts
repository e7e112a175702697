import "server-only";
import { z } from "zod";
import { findPodDoors } from "@/db/queries/proof/pods";
import type { Permission } from "@/server/domain/access/permissions";
import type { DomainEvent } from "@/server/domain/event/domain-event";
import { PROOF_URL_SECONDS } from "@/server/domain/proof/proof";
import type { BlobStore } from "@/server/ports/blob-store";
import { changed, command, type PrepareScope } from "../kernel/command";
import { found, noSuch } from "../kernel/service-error";
import { sha256Of } from "./examine-upload";
import { loadPods, type Pod, type PodFile } from "./load-pods";
import { podDoorOf } from "./pod-door";

/** A file as it is shown: where it can be read for some minutes, and whether it is what was stored. */
export interface ShownFile extends Omit<PodFile, "key"> {
  /** Null once it is deleted. */
  readonly url: string | null;
  /** Whether the bytes that are there have the hash they were stored with; null: not looked. */
  readonly isIntact: boolean | null;
}

/** A door's evidence as it is shown. */
export interface ShownPod extends Omit<Pod, "files"> {
  readonly files: readonly ShownFile[];
  /** Of its files' kinds, hashes and sizes in their order, hex: the evidence as a whole. */
  readonly sha256: string;
  readonly bytes: number;
  readonly urlsExpireAt: Date;
}

/** What blob stores sign for at most. */
const MOST_URL_SECONDS = 7 * 86_400;

const viewSchema = z.object({
  deliveryId: z.uuid().optional(),
  visitId: z.uuid().optional(),
  /** Reads and hashes every file again. */
  isVerified: z.boolean().default(false),
  /** How long the addresses are good for. */
  urlSeconds: z.int().min(1).max(MOST_URL_SECONDS).default(PROOF_URL_SECONDS),
});

/** Shows the evidence of a delivery's doors, or of one. Who has looked stands in the log from then on. */
export const viewPods = viewing("proof.read");

/** The same, for whoever has just registered it. */
export const viewRegisteredPod = viewing("proof.write");

function viewing(permission: Extract<Permission, `proof.${string}`>) {
  return command({
    permission,
    input: viewSchema,
    prepare: async (scope, { deliveryId, visitId, isVerified, urlSeconds }): Promise<readonly ShownPod[]> => {
      const { actor, read } = scope;
      const pods = await read(async (tx) => {
        const doors = await findPodDoors(tx, actor.organizationId, { deliveryId, visitId });
        if (deliveryId !== undefined) found(doors[0], "delivery");
        const wanted = visitId === undefined ? doors : doors.filter((door) => door.visitId === visitId);
        if (wanted[0]) await podDoorOf(tx, actor, doors, wanted[0].visitId);
        const all = await loadPods(tx, actor.organizationId, doors);
        return all.filter((pod) => wanted.some((door) => door.visitId === pod.visitId));
      });
      if (pods.length === 0) throw noSuch("proof");
      return Promise.all(pods.map((pod) => shown(scope, pod, { isVerified, urlSeconds })));
    },
    run: async ({ prepared: pods }) => changed(pods, pods.map(looked)),
  });
}

async function shown(
  scope: PrepareScope,
  { files, ...pod }: Pod,
  { isVerified, urlSeconds }: { readonly isVerified: boolean; readonly urlSeconds: number },
): Promise<ShownPod> {
  const { ports, now } = scope;
  const shownFiles: ShownFile[] = [];
  for (const { key, ...file } of files) {
    const terms = { contentType: file.contentType, now, seconds: urlSeconds };
    const url = file.clearedAt === null ? await ports.blobs.signDownload(key, terms) : null;
    const isIntact = isVerified && url !== null ? await hasHash(ports.blobs, key, file) : null;
    shownFiles.push({ ...file, url, isIntact });
  }
  const lines = files.map(({ kind, sha256, bytes }) => `${kind} ${sha256} ${bytes}\n`);
  return {
    ...pod,
    files: shownFiles,
    sha256: sha256Of(lines.join("")),
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    urlsExpireAt: new Date(now.getTime() + urlSeconds * 1000),
  };
}

async function hasHash(blobs: BlobStore, key: string, { sha256, bytes }: PodFile | Omit<PodFile, "key">) {
  const content = await blobs.get(key);
  return content !== undefined && content.byteLength === bytes && sha256Of(content) === sha256;
}

function looked({ deliveryId, visitId, routeId, planId, files }: ShownPod): DomainEvent {
  return {
    type: "proof.viewed",
    entity: "proof",
    entityId: visitId,
    ...(planId !== null && { planId }),
    data: { deliveryId, visitId, routeId, proofIds: files.map(({ id }) => id) },
  };
}
