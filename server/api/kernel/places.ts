import "server-only";

/** So many per name at a time in this process; `take` answers with the way to give the place back, once, or null. */
export function createPlaces(most: number) {
  const taken = new Map<string, number>();
  return {
    take(name: string): (() => void) | null {
      const count = taken.get(name) ?? 0;
      if (count >= most) return null;
      taken.set(name, count + 1);
      return () => {
        const left = (taken.get(name) ?? 1) - 1;
        if (left > 0) taken.set(name, left);
        else taken.delete(name);
      };
    },
  };
}
export type Places = ReturnType<typeof createPlaces>;
