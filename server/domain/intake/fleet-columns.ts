import { type ColumnMapping, columnMappingSchema } from "./column-mapping";
import { type IntakeColumn, names } from "./intake-column";

/** Everything a column of a fleet file can mean: one row is one driver with a vehicle, a depot and a shift. */
export const FLEET_FIELDS = [
  "external_id",
  "driver_name",
  "driver_email",
  "driver_phone",
  "vehicle_registration",
  "vehicle_type",
  "depot_name",
  "depot_lat",
  "depot_lon",
  "shift_from",
  "shift_to",
  "break_from",
  "break_to",
  "break_minutes",
  "capacity_kg",
  "capacity_l",
  "capacity_parcels",
  "capacity_4",
  "max_stops",
  "skills",
  "features",
  "cost_per_km",
  "cost_per_hour",
  "fixed_cost",
  "co2_g_per_km",
] as const;
export type FleetField = (typeof FLEET_FIELDS)[number];
export type FleetMapping = ColumnMapping<FleetField>;

const column = (
  key: FleetField,
  label: string,
  group: "Driver" | "Vehicle" | "Depot" | "Costs",
  example: string,
  aliases = "",
  join = " ",
): IntakeColumn<FleetField> => ({ key, label, group, example, aliases: aliases === "" ? [] : names(aliases), join });

/** The catalogue, in the order a form shows it. */
export const FLEET_COLUMNS: readonly IntakeColumn<FleetField>[] = [
  column("external_id", "Number", "Vehicle", "VAN-01", "id, number, no, vehicle id, van, label, nummer, numero"),
  column(
    "driver_name",
    "Driver",
    "Driver",
    "Anna Holm",
    "driver, name, fahrer, chauffeur, conducteur, conductor, chauffor",
  ),
  column("driver_email", "E-mail", "Driver", "anna@example.com", "email, e mail, mail, email address"),
  column("driver_phone", "Phone", "Driver", "+4512345678", "phone, mobile, tel, telefon, telephone, telefono, mobil"),
  column(
    "vehicle_registration",
    "Registration",
    "Vehicle",
    "AB 12345",
    "registration, plate, license plate, licence plate, number plate, kennzeichen, immatriculation, matricula, nummerplade",
  ),
  column(
    "vehicle_type",
    "Vehicle type",
    "Vehicle",
    "van",
    "type, vehicle, profile, fahrzeugtyp, fahrzeug, vehicule, vehiculo, koretoj",
  ),
  column("depot_name", "Depot", "Depot", "North", "depot, hub, station, warehouse, lager, entrepot, almacen"),
  column("depot_lat", "Depot latitude", "Depot", "55.6499", "lat, latitude, start lat"),
  column("depot_lon", "Depot longitude", "Depot", "12.5351", "lon, lng, longitude, start lon, start lng, depot lng"),
  column(
    "shift_from",
    "Shift from",
    "Driver",
    "07:00",
    "start, shift start, work from, start time, von, debut, inicio, fra",
  ),
  column("shift_to", "Shift to", "Driver", "16:00", "end, shift end, work to, end time, bis, fin, til"),
  column("break_from", "Break from", "Driver", "11:30", "break start, lunch from, lunch start, pause von, pausa desde"),
  column(
    "break_to",
    "Break to",
    "Driver",
    "13:30",
    "break end, lunch to, lunch end, latest break, pause bis, pausa hasta",
  ),
  column("break_minutes", "Break (min)", "Driver", "30", "break, lunch, break duration, lunch duration, pause, pausa"),
  column(
    "capacity_kg",
    "Capacity (kg)",
    "Vehicle",
    "900",
    "capacity, max weight, payload, max kg, load capacity, nutzlast, charge utile, carga maxima, lasteevne",
  ),
  column("capacity_l", "Capacity (l)", "Vehicle", "7000", "volume, max volume, load volume, volumen, rumfang"),
  column("capacity_parcels", "Capacity (parcels)", "Vehicle", "200", "max parcels, parcels, parcel capacity"),
  column(
    "capacity_4",
    "Fourth capacity",
    "Vehicle",
    "4",
    "fourth load, load 4, max load 4, pallets, max pallets, paletten, palettes, palets, paller",
  ),
  column("max_stops", "Most stops", "Vehicle", "140", "stops, max deliveries, stop limit, max orders"),
  column(
    "skills",
    "Skills",
    "Driver",
    "cold; fragile",
    "skill, driver skills, capabilities, fahigkeiten, competences, habilidades, kompetencer",
    "; ",
  ),
  column("features", "Vehicle features", "Vehicle", "tail-lift", "vehicle features, equipment, ausstattung", "; "),
  column("cost_per_km", "Cost per km", "Costs", "0.35", "km cost, price per km, kosten pro km"),
  column(
    "cost_per_hour",
    "Cost per hour",
    "Costs",
    "24",
    "hourly cost, hour cost, price per hour, hourly rate, kosten pro stunde",
  ),
  column("fixed_cost", "Fixed cost per day", "Costs", "35", "daily cost, fixed costs, cost per day, fixkosten"),
  column("co2_g_per_km", "CO₂ (g per km)", "Vehicle", "180", "co2, co₂, emissions, emissionen, emisiones, emissioner"),
];

export const FLEET_COLUMN_BY_KEY: ReadonlyMap<FleetField, IntakeColumn<FleetField>> = new Map(
  FLEET_COLUMNS.map((entry) => [entry.key, entry]),
);

export const fleetMappingSchema = columnMappingSchema(FLEET_FIELDS);
