import { nameOf } from "../ids";

/** A task's name: its stop's, with its place. */
export function taskId(visitId: string, index: number): string {
  return nameOf(`${visitId}/${index}`);
}
