import type { DepotInput } from "@/server/domain/depot/depot-schema";
import { accepted } from "@/server/domain/intake/cell-result";
import { parseCellCoordinate } from "@/server/domain/intake/parse-cell-coordinate";
import { parseCellCountry } from "@/server/domain/intake/parse-cell-country";
import { parseCellDecimal } from "@/server/domain/intake/parse-cell-number";
import { parseCellText } from "@/server/domain/intake/parse-cell-text";
import type { Address } from "@/server/domain/order/delivery-schema";
import { type ListColumn, orElse } from "./list-column";

/** A depot as its list writes it; without a position it is found by its address. */
export interface DepotLine extends Omit<DepotInput, "position"> {
  readonly position: { readonly lat: number | null; readonly lng: number | null };
}

/** A depot nobody has said anything of. */
export const NEW_DEPOT: DepotLine = {
  name: "",
  address: { street: "", postcode: "", city: "", country: "" },
  position: { lat: null, lng: null },
  serviceSeconds: 0,
};

/** The columns of a project's list of depots. */
export const DEPOT_COLUMNS: readonly ListColumn<DepotLine>[] = [
  {
    heading: "name",
    key: "name",
    write: ({ name }) => name,
    apply(row, text) {
      const result = parseCellText(text, 120);
      return result.ok ? accepted({ ...row, name: result.value }, result.warning) : result;
    },
  },
  addressColumn("street", 200),
  addressColumn("postcode", 20),
  addressColumn("city", 100),
  addressColumn("country", 60),
  positionColumn("lat"),
  positionColumn("lng"),
  {
    heading: "service_min",
    key: "serviceSeconds",
    write: ({ serviceSeconds }) => String(serviceSeconds / 60),
    apply(row, text) {
      const number = parseCellDecimal(text || "0");
      return number.ok ? accepted({ ...row, serviceSeconds: Math.round(number.value * 60) }, number.warning) : number;
    },
  },
];

function addressColumn(part: keyof Address, max: number): ListColumn<DepotLine> {
  return {
    heading: part,
    key: "address",
    write: ({ address }) => address[part],
    apply(row, text) {
      const result = part === "country" && text !== "" ? parseCellCountry(text) : parseCellText(text, max);
      if (!result.ok) return result;
      return accepted({ ...row, address: { ...row.address, [part]: result.value } }, result.warning);
    },
  };
}

function positionColumn(part: "lat" | "lng"): ListColumn<DepotLine> {
  return {
    heading: part,
    key: "position",
    write: ({ position }) => String(position[part] ?? ""),
    apply(row, text) {
      const result = orElse<number | null>(null, (cell) => parseCellCoordinate(cell, part))(text);
      if (!result.ok) return result;
      return accepted({ ...row, position: { ...row.position, [part]: result.value } }, result.warning);
    },
  };
}
