import { NONE, type ProblemInput } from "./problem-input";

/** Which visits have a place of their own. What is bound stands at the front anyway. */
export function compilePlaces(input: ProblemInput, bound: Uint8Array) {
  const nodeCount = bound.length;
  const placedOn = new Int32Array(nodeCount).fill(NONE);
  const placeOf = new Int32Array(nodeCount);
  for (let vehicle = 0; vehicle < input.vehicleCount; vehicle++) {
    input.placedVisits[vehicle].forEach((visit, i) => {
      if (bound[visit]) return;
      placedOn[visit] = vehicle;
      placeOf[visit] = input.places[vehicle][i];
    });
  }
  return { placedOn, placeOf };
}
