import { TOLERATED_SKEW_MS } from "@/server/domain/execution/merge-op";
import { distanceMeters, type LatLng } from "@/server/domain/geo";
import type { VisitTask } from "@/server/domain/order/delivery-schema";
import type { MeasuredPosition, ProofFacts, VisitEvidence } from "./visit-evidence";

export const FLAG_KINDS = [
  "far-from-address",
  "before-arrival",
  "clock-skew",
  "reused-photo",
  "missing-proof",
  "missing-task",
  "missing-item",
  "rejected-file",
  "lost-file",
  "too-dark",
  "blurred",
  "blank",
  "wrong-time",
] as const;
export type FlagKind = (typeof FLAG_KINDS)[number];

/** Something about an evidence that a person should look at; `amount` is what its words count or measure. */
export interface EvidenceFlag {
  readonly kind: FlagKind;
  /** Metres, seconds or pieces, as the kind has it; 0 where nothing is counted. */
  readonly amount: number;
  /** The pictures it is about; empty when it is about the act itself. */
  readonly proofIds: readonly string[];
}

/** Beyond the accuracy of the device's position. */
export const FAR_METERS = 150;
const SKEWED_SECONDS = 300;
const DARK = 32;
const BLURRED = 30;
/** A signature without a line in it is one colour. */
const BLANK = 0.5;
/** Pictures are taken on the way from the van to the door, and put right a moment after. */
const AROUND_STOP_MS = 10 * 60_000;

/** Every rule this evidence breaks, the gravest kind first. Needs nothing but the evidence. */
export function evidenceFlags(evidence: VisitEvidence): EvidenceFlag[] {
  const about = (kind: FlagKind, proofs: readonly ProofFacts[], amount = proofs.length) =>
    proofs.length > 0 ? [{ kind, amount, proofIds: proofs.map(({ id }) => id) }] : [];
  const alone = (kind: FlagKind, amount: number, holds: boolean) => (holds ? [{ kind, amount, proofIds: [] }] : []);
  const seen = evidence.proofs.filter(({ status }) => status === "verified");
  const photos = seen.filter(({ kind }) => kind === "photo");
  const { arrivedAtMs, completion, skewSeconds } = evidence;
  const early = arrivedAtMs === null ? 0 : Math.round((arrivedAtMs - completion.atMs) / 1000);
  const missing = {
    proofs: missingProofs(evidence),
    tasks: missingTasks(evidence).length,
    items: missingItems(evidence),
  };
  return [
    ...farFlag(evidence),
    ...alone("before-arrival", early, early > 0),
    ...alone("clock-skew", Math.abs(skewSeconds), Math.abs(skewSeconds) > SKEWED_SECONDS),
    ...about(
      "reused-photo",
      evidence.proofs.filter(({ reuseOf }) => reuseOf !== null),
    ),
    ...alone("missing-proof", missing.proofs, missing.proofs > 0),
    ...alone("missing-task", missing.tasks, missing.tasks > 0),
    ...alone("missing-item", missing.items, missing.items > 0),
    ...about(
      "rejected-file",
      evidence.proofs.filter(({ status }) => status === "rejected"),
    ),
    ...about(
      "lost-file",
      evidence.proofs.filter(({ status }) => status === "lost"),
    ),
    ...about(
      "too-dark",
      photos.filter(({ brightness }) => brightness !== null && brightness < DARK),
    ),
    ...about(
      "blurred",
      photos.filter((photo) => isBlurred(photo)),
    ),
    ...about(
      "blank",
      seen.filter(({ kind, sharpness }) => kind === "signature" && sharpness !== null && sharpness < BLANK),
    ),
    ...about(
      "wrong-time",
      photos.filter((photo) => isOutsideStop(photo, evidence)),
    ),
  ];
}

/** How far from the address a device or camera was; null where either is not known. */
export function metersFromAddress(address: LatLng | null, position: LatLng | null): number | null {
  return address && position ? Math.round(distanceMeters(address, position)) : null;
}

/** The tasks that had to be done at the door and for which there is no answer. Pictures are counted by `missingProofs`. */
export function missingTasks({ tasks, completion }: Pick<VisitEvidence, "tasks" | "completion">): VisitTask[] {
  if (!isDone(completion.outcome)) return [];
  return tasks.filter((task, index) => {
    if (!task.required || task.kind === "photo" || task.kind === "signature") return false;
    const answer = completion.answers.find((each) => each.task === index)?.value;
    return answer === undefined || answer === false || answer === "";
  });
}

/**
 * Pictures the act names that have not come yet, and kinds that were asked for and are not there. Lost ones have a rule
 * of their own.
 */
function missingProofs({ completion, proofs, tasks }: VisitEvidence): number {
  const named = completion.proofIds.filter(
    (id) => !proofs.some((proof) => proof.id === id && proof.status !== "expected"),
  ).length;
  if (!isDone(completion.outcome)) return named;
  const asked = (["photo", "signature"] as const).filter(
    (kind) =>
      tasks.some((task) => task.required && task.kind === kind) &&
      !proofs.some((proof) => proof.kind === kind && proof.status !== "rejected" && proof.status !== "lost"),
  ).length;
  return Math.max(named, asked);
}

/** Pieces that were ordered and not handed over, though the stop was reported as delivered in full. */
function missingItems({ completion, items }: VisitEvidence): number {
  if (completion.outcome !== "delivered") return 0;
  return completion.items.reduce((sum, { itemId, quantity }) => {
    const ordered = items.find(({ id }) => id === itemId)?.quantity ?? 0;
    return sum + Math.max(0, ordered - quantity);
  }, 0);
}

const isDone = (outcome: string) => outcome === "delivered" || outcome === "partial";

function farFlag({ address, completion, proofs }: VisitEvidence): EvidenceFlag[] {
  const excess = (position: MeasuredPosition | LatLng | null) => {
    const meters = metersFromAddress(address, position);
    const accuracy = position && "accuracyMeters" in position ? (position.accuracyMeters ?? 0) : 0;
    return meters !== null && meters > FAR_METERS + accuracy ? meters : 0;
  };
  const far = proofs
    .map((proof) => ({ id: proof.id, meters: excess(proof.exifPosition ?? proof.position) }))
    .filter(({ meters }) => meters > 0);
  const amount = Math.max(excess(completion.position ?? null), ...far.map(({ meters }) => meters));
  return amount > 0 ? [{ kind: "far-from-address", amount, proofIds: far.map(({ id }) => id) }] : [];
}

/** In the dark nothing has an edge: that is said by the other rule. */
function isBlurred({ sharpness, brightness }: ProofFacts): boolean {
  return sharpness !== null && sharpness < BLURRED && (brightness ?? 255) >= DARK;
}

/** By the app's own time: a camera knows no zone. */
function isOutsideStop(photo: ProofFacts, { arrivedAtMs, completion, skewSeconds }: VisitEvidence): boolean {
  const isOff = Math.abs(skewSeconds) * 1000 > TOLERATED_SKEW_MS;
  const takenAtMs = photo.takenAtMs + (isOff ? skewSeconds * 1000 : 0);
  const from = Math.min(arrivedAtMs ?? completion.atMs, completion.atMs) - AROUND_STOP_MS;
  return takenAtMs < from || takenAtMs > completion.atMs + AROUND_STOP_MS;
}
