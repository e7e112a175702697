import type { RouteShapes } from "@/server/domain/plan/edit-result";
import type { BoardRoute } from "@/server/domain/plan/plan-board";
import { drivenPoints, reloadsOf } from "@/server/domain/plan/reload-trips";
import { decodePolyline } from "@/server/domain/polyline";

type Line = readonly (readonly [lng: number, lat: number])[];

/**
 * The ways between doors, as roads run. Kept by pair of doors, so that what an edit leaves alone keeps its line while
 * the server works out the rest.
 */
export class RouteShapeBook {
  private readonly encoded = new Map<string, string>();
  private readonly decoded = new Map<string, Line | null>();
  private readonly listeners = new Set<() => void>();
  private readonly editions = new Map<string, number>();
  private edition = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Changes whenever something was learnt. */
  readonly revision = (): number => this.edition;

  /** Changes whenever something was learnt about this route. */
  revisionOf(routeId: string): number {
    return this.editions.get(routeId) ?? 0;
  }

  /** Takes the shapes of routes; those of another version than the route at hand say nothing about it. */
  learn(routes: readonly BoardRoute[], shapes: readonly RouteShapes[]): void {
    const shapesOf = new Map(shapes.map((each) => [each.routeId, each]));
    for (const route of routes) {
      const known = shapesOf.get(route.id);
      if (known?.version === route.version) this.learnRoute(route, known);
    }
    this.edition++;
    for (const listener of this.listeners) listener();
  }

  /** The line from one door to another, both ends included; null when only the straight line is known. */
  find(fromId: string, toId: string): Line | null {
    const key = `${fromId}>${toId}`;
    const known = this.decoded.get(key);
    if (known !== undefined) return known;
    const line = decode(this.encoded.get(key));
    this.decoded.set(key, line);
    return line;
  }

  private learnRoute(route: BoardRoute, { legs, back }: RouteShapes): void {
    const doors = route.stops.map(({ visitId }) => ({ id: visitId, position: null }));
    const points = drivenPoints(route, doors, reloadsOf(route));
    const shapes = route.end ? [...legs, back] : legs;
    let isNew = false;
    for (const [index, shape] of shapes.entries()) {
      const [from, to] = [points[index], points[index + 1]];
      if (from && to) isNew = this.note(from.id, to.id, shape) || isNew;
    }
    if (isNew) this.editions.set(route.id, this.revisionOf(route.id) + 1);
  }

  /** True when this was not known yet. */
  private note(fromId: string, toId: string, shape: string | undefined): boolean {
    const key = `${fromId}>${toId}`;
    if (!shape || this.encoded.get(key) === shape) return false;
    this.encoded.set(key, shape);
    this.decoded.delete(key);
    return true;
  }
}

function decode(shape: string | undefined): Line | null {
  if (!shape) return null;
  try {
    return decodePolyline(shape).map(({ lat, lng }) => [lng, lat] as const);
  } catch {
    // A line that cannot be read is drawn straight; the times do not depend on it.
    return null;
  }
}
