import { type DeliveryRefusal, untouchable } from "./change-refusal";
import type { DeliveryKind } from "./delivery-schema";
import type { StoredDelivery } from "./stored-delivery";

/** A delivery that is to be joined with another, as it will be. */
export interface JoiningDelivery {
  /** Absent: it is not there yet. */
  readonly existing?: StoredDelivery;
  readonly projectId: string;
  readonly kind: DeliveryKind;
}

/**
 * Why a delivery cannot be made with another by one van, the pickup first (`other`; null: with none any more); undefined
 * when it can. Only a pickup goes with a drop-off, of one project, and each with one other.
 */
export function joinRefusal(
  { existing, projectId, kind }: JoiningDelivery,
  other: StoredDelivery | null | undefined,
): DeliveryRefusal | undefined {
  const now = existing?.joinedWithId ?? null;
  if (other === null ? now === null : other?.id === now) return undefined;
  if (existing) {
    const refusal = untouchable(existing);
    if (refusal) return refusal;
  }
  if (other === null) return undefined;
  if (!other || other.projectId !== projectId || !isOpposite(kind, other.input.kind)) return "not_joinable";
  return other.joinedWithId === null || other.joinedWithId === existing?.id ? undefined : "not_joinable";
}

function isOpposite(kind: DeliveryKind, other: DeliveryKind): boolean {
  return (kind === "pickup" && other === "dropoff") || (kind === "dropoff" && other === "pickup");
}
