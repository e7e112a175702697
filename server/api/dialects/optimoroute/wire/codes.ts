/** What an order, or a location or name in it, is refused with; and what is only worth knowing. */
export type OrderCode =
  | "ERR_MISSING_MAND_FIELD"
  | "ERR_INVALID_PARAM_FORMAT"
  | "ERR_ORD_EXISTS"
  | "ERR_ORD_NOT_FOUND"
  | "ERR_MULTIPLE_ORD_FOUND"
  | "ERR_OPT_RUNNING"
  | "ERR_RELATED_ORD_MISSING"
  | "ERR_RELATED_ORD_MULTIPLE"
  | "ERR_RELATED_ORD_LINK"
  | "ERR_DRV_NOT_EXISTS"
  | "ERR_DRV_MULTIPLE"
  | "ERR_LOC_NOT_VALID"
  | "ERR_LOC_GEOCODING"
  | "ERR_LOC_GEOCODING_MULTIPLE"
  | "ERR_LOC_GEOCODING_PARTIAL"
  | "ERR_LOC_NON_EXISTING_LOC"
  | "ERR_VF_NOT_EXISTS"
  | "ERR_SK_NOT_EXISTS";

export type OrderWarning = "WAR_LOC_GEOCODING" | "WAR_LOC_GEOCODING_MULTIPLE" | "WAR_LOC_GEOCODING_PARTIAL";

const MESSAGES: Readonly<Record<OrderCode | OrderWarning, string>> = {
  ERR_MISSING_MAND_FIELD: "A mandatory field is missing.",
  ERR_INVALID_PARAM_FORMAT: "The order is not valid.",
  ERR_ORD_EXISTS: "An order with the given orderNo already exists.",
  ERR_ORD_NOT_FOUND: "The order with the matching orderNo was not found.",
  ERR_MULTIPLE_ORD_FOUND: "There are multiple orders matching the orderNo.",
  ERR_OPT_RUNNING: "Optimization is running for this order.",
  ERR_RELATED_ORD_MISSING: "The related order does not exist.",
  ERR_RELATED_ORD_MULTIPLE: "There are multiple orders matching the related order.",
  ERR_RELATED_ORD_LINK: "Only a pickup and a delivery can be related.",
  ERR_DRV_NOT_EXISTS: "The driver the order is assigned to does not exist.",
  ERR_DRV_MULTIPLE: "There is more than one driver the order may be assigned to.",
  ERR_LOC_NOT_VALID: "Location is not valid.",
  ERR_LOC_GEOCODING: "The address could not be geocoded.",
  ERR_LOC_GEOCODING_MULTIPLE: "Several results were found for the address.",
  ERR_LOC_GEOCODING_PARTIAL: "The address was matched only in part.",
  ERR_LOC_NON_EXISTING_LOC: "The location with the given location number does not exist.",
  ERR_VF_NOT_EXISTS: "The vehicle feature does not exist.",
  ERR_SK_NOT_EXISTS: "The skill does not exist.",
  WAR_LOC_GEOCODING: "The address could not be geocoded; the location is stored and has to be corrected.",
  WAR_LOC_GEOCODING_MULTIPLE: "Several results were found for the address; the best was taken.",
  WAR_LOC_GEOCODING_PARTIAL: "The address was matched only in part; what was found was taken.",
};

/** An order's refusal: where it is about a location, with its number. */
export interface OrderFault {
  readonly code: OrderCode;
  readonly message: string;
  readonly locationNo?: string;
}

export function fault(code: OrderCode, message = MESSAGES[code]): OrderFault {
  return { code, message };
}

export function warningMessage(code: OrderWarning): string {
  return MESSAGES[code];
}
