import type { BoardVisit } from "@/server/domain/plan/plan-board";

const HOUR = 3600;

interface Centre {
  readonly lat: number;
  readonly lng: number;
}

/**
 * A plan without a search, the same every time: sectors of a town around its centre, one a route, each driven by window,
 * nearest first. Visits without a position are left out.
 */
export function sectorSequences(visits: readonly BoardVisit[], routes: number, centre: Centre): string[][] {
  const located = visits
    .filter((visit) => visit.position !== null)
    .sort((a, b) => angleOf(a, centre) - angleOf(b, centre));
  const perRoute = Math.ceil(located.length / routes);
  return Array.from({ length: routes }, (_, route) =>
    drivenOrder(located.slice(route * perRoute, (route + 1) * perRoute), centre),
  );
}

function angleOf({ position }: BoardVisit, centre: Centre): number {
  return Math.atan2(position!.lat - centre.lat, position!.lng - centre.lng);
}

/** Early windows first in blocks of two hours, in each the nearest of what is left. */
function drivenOrder(visits: readonly BoardVisit[], centre: Centre): string[] {
  const left = new Set(visits);
  const order: string[] = [];
  let at = centre;
  while (left.size > 0) {
    let next: BoardVisit | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const visit of left) {
      const { lat, lng } = visit.position!;
      const block = Math.floor((visit.windows.at(-1)?.toSeconds ?? 14 * HOUR) / (2 * HOUR));
      const far = block + Math.hypot(lat - at.lat, (lng - at.lng) / 2) * 10;
      if (far < least) [least, next] = [far, visit];
    }
    left.delete(next!);
    order.push(next!.id);
    at = next!.position!;
  }
  return order;
}
