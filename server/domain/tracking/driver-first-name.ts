/** The name a customer may know of a driver: the first, also of "Surname, First". Never the whole of several words. */
export function driverFirstName(name: string): string {
  const [surname, afterComma] = name.split(",", 2);
  const given = (afterComma ?? "").trim() || surname!.trim();
  return given.split(/\s+/)[0] ?? "";
}
