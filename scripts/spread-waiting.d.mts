import { BaseSequencer } from "vitest/node";

export class SpreadWaiting extends BaseSequencer {}
export function spread<A, B>(few: readonly A[], many: readonly B[]): (A | B)[];
