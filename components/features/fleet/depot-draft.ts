import { amountText, parseAmount } from "@/components/lib/parse-amount";
import type { Checked } from "@/components/lib/use-draft";
import type { Words } from "@/components/lib/words/words";
import { type DepotInput, depotSchema } from "@/server/domain/depot/depot-schema";
import type { Depot } from "./use-fleet";

export interface DepotPosition {
  readonly lat: number;
  readonly lng: number;
}

/** A depot while it is edited. */
export interface DepotDraft {
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
  readonly serviceMinutes: string;
  /** Where the pin was put by hand; null: where the address is. */
  readonly pin: DepotPosition | null;
}

export function newDepot(country: string): DepotDraft {
  return { name: "", street: "", postcode: "", city: "", country, serviceMinutes: "", pin: null };
}

export function draftOfDepot({ name, street, postcode, city, country, serviceSeconds }: Depot): DepotDraft {
  const serviceMinutes = serviceSeconds ? amountText(serviceSeconds, 60) : "";
  return { name, street, postcode, city, country, serviceMinutes, pin: null };
}

const CHECKED = { name: "depotName", street: "street", postcode: "postcode", city: "city" } as const;

/** The depot to save; a pin put by hand goes with it, else the server looks the address up. Or what is wrong. */
export function checkDepot(t: Words<"fleet">, draft: DepotDraft): Checked<DepotInput, DepotDraft> {
  const minutes = draft.serviceMinutes.trim() ? parseAmount(draft.serviceMinutes) : 0;
  const isMinutes = minutes !== null && minutes >= 0 && minutes <= 720;
  const parsed = depotSchema.safeParse({
    name: draft.name,
    address: { street: draft.street, postcode: draft.postcode, city: draft.city, country: draft.country },
    ...(draft.pin && { position: draft.pin }),
    serviceSeconds: isMinutes ? Math.round(minutes * 60) : 0,
  });
  const errors: { -readonly [Key in keyof DepotDraft]?: string } = {};
  if (!isMinutes) errors.serviceMinutes = t("problem.minutes");
  for (const { path } of parsed.error?.issues ?? []) {
    const name = path[0] === "address" ? path[1] : path[0];
    const field = (Object.keys(CHECKED) as (keyof typeof CHECKED)[]).find((each) => each === name);
    if (field) errors[field] = t(`problem.${CHECKED[field]}`);
  }
  if (Object.keys(errors).length > 0 || !parsed.success) return { ok: false, errors };
  return { ok: true, input: parsed.data };
}
