import type { RouteShapes } from "@/server/domain/plan/edit-result";
import type { BoardRoute } from "@/server/domain/plan/plan-board";
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
  private edition = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Changes whenever something was learnt. */
  readonly revision = (): number => this.edition;

  /** Takes the shapes of routes; those of another version than the route at hand say nothing about it. */
  learn(routes: readonly BoardRoute[], shapes: readonly RouteShapes[]): void {
    const shapesOf = new Map(shapes.map((each) => [each.routeId, each]));
    for (const route of routes) {
      const known = shapesOf.get(route.id);
      if (!known || known.version !== route.version) continue;
      let from = route.start.id;
      route.stops.forEach(({ visitId }, index) => {
        this.note(from, visitId, known.legs[index]);
        from = visitId;
      });
      if (route.end) this.note(from, route.end.id, known.back);
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

  private note(fromId: string, toId: string, shape: string | undefined): void {
    if (!shape) return;
    const key = `${fromId}>${toId}`;
    if (this.encoded.get(key) === shape) return;
    this.encoded.set(key, shape);
    this.decoded.delete(key);
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
