import { accepted, type CellResult, quoted, refused } from "./cell-result";
import { parseCellDecimal } from "./parse-cell-number";

const WITH_UNIT = /^(.*?\d[.,]?)\s*([a-zµ][a-z.]*[³3]?)?$/i;

interface Quantity {
  readonly name: string;
  /** Lower-case unit → how many stored units it is; "" is the column's own unit. */
  readonly unitFactors: Readonly<Record<string, number>>;
  readonly knownUnits: string;
  readonly max: number;
  readonly maxText: string;
}

const WEIGHT: Quantity = {
  name: "weight",
  unitFactors: {
    "": 1000,
    kg: 1000,
    kgs: 1000,
    kilo: 1000,
    kilos: 1000,
    g: 1,
    gr: 1,
    gram: 1,
    grams: 1,
    mg: 0.001,
    t: 1_000_000,
    ton: 1_000_000,
    tonnes: 1_000_000,
    lb: 453.592_37,
    lbs: 453.592_37,
    oz: 28.349_523_125,
  },
  knownUnits: "kg, g, t, lb or oz",
  max: 100_000_000,
  maxText: "100 tonnes",
};

const VOLUME: Quantity = {
  name: "volume",
  unitFactors: {
    "": 1000,
    l: 1000,
    ltr: 1000,
    liter: 1000,
    liters: 1000,
    litre: 1000,
    litres: 1000,
    dm3: 1000,
    ml: 1,
    cm3: 1,
    cc: 1,
    cl: 10,
    dl: 100,
    m3: 1_000_000,
    cbm: 1_000_000,
    ft3: 28_316.846_592,
    cft: 28_316.846_592,
  },
  knownUnits: "l, ml, dm3 or m3",
  max: 1_000_000_000,
  maxText: "1,000 m³",
};

/** A weight in grams. Kilograms unless the cell says otherwise (`1 200 g`, `2.5 lb`). At most 100 tonnes. */
export function parseCellWeightGrams(text: string): CellResult<number> {
  return parseQuantity(text, WEIGHT);
}

/** A volume in millilitres. Litres unless the cell says otherwise (`0.5 m3`, `750 ml`). At most 1,000 m³. */
export function parseCellVolumeMilliliters(text: string): CellResult<number> {
  return parseQuantity(text, VOLUME);
}

function parseQuantity(text: string, quantity: Quantity): CellResult<number> {
  const match = WITH_UNIT.exec(text);
  const unit = (match?.[2] ?? "").toLowerCase().replace(/\.$/, "").replace("³", "3");
  const number = parseCellDecimal((match?.[1] ?? text).trim());
  if (!number.ok) return refused("not_a_number", `${quoted(text)} is not a ${quantity.name}. Use digits, like 2.5.`);
  const factor = quantity.unitFactors[unit];
  if (factor === undefined) {
    return refused("unknown_unit", `The unit ${quoted(unit)} is not known. Use ${quantity.knownUnits}.`);
  }
  if (number.value < 0) {
    return refused("negative", `${quoted(text)} is negative. A ${quantity.name} must be 0 or more.`);
  }
  const stored = Math.round(number.value * factor);
  if (stored > quantity.max) {
    return refused("too_large", `${quoted(text)} is more than ${quantity.maxText}. Check the number and its unit.`);
  }
  return accepted(stored, number.warning);
}
