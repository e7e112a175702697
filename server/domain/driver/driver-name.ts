/** A driver as another system names him: by its own id for him, by his number in the house, or by both. */
export interface DriverName {
  readonly externalId?: string | undefined;
  readonly serial?: string | undefined;
}

/** Which of these drivers a name means; one without any name means nobody. */
export function driversNamed<D extends { readonly externalId: string; readonly serial: string }>(
  drivers: readonly D[],
  { externalId, serial }: DriverName,
): D[] {
  if (!externalId && !serial) return [];
  return drivers.filter(
    (each) => (!externalId || each.externalId === externalId) && (!serial || each.serial === serial),
  );
}
