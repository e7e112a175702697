import { type DeliveryRefusal, deliveryRefusalMessage } from "./change-refusal";

export interface FieldIssue {
  /** Dotted path in the delivery ("dropoff.contact.phone"). */
  readonly path: string;
  readonly message: string;
}

/** What became of one item of a bulk request, by its place in the request. */
export type DeliveryVerdict =
  | {
      readonly index: number;
      readonly externalId: string | null;
      readonly outcome: "created" | "updated" | "unchanged";
      readonly deliveryId: string;
    }
  | {
      readonly index: number;
      readonly externalId: string | null;
      readonly outcome: "refused";
      readonly deliveryId: string | null;
      readonly reason: DeliveryRefusal;
      readonly message: string;
      readonly issues: readonly FieldIssue[];
    };

export type RefusedVerdict = Extract<DeliveryVerdict, { readonly outcome: "refused" }>;

/** The verdict of an item that was left as it was. */
export function refusedVerdict(
  index: number,
  item: { externalId?: string | null; deliveryId?: string | null },
  reason: DeliveryRefusal,
  issues: readonly FieldIssue[] = [],
): RefusedVerdict {
  const first = issues[0];
  return {
    index,
    externalId: item.externalId ?? null,
    outcome: "refused",
    deliveryId: item.deliveryId ?? null,
    reason,
    message: first ? `${first.path}: ${first.message}` : deliveryRefusalMessage(reason),
    issues,
  };
}
