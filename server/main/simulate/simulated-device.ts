import { randomUUID } from "node:crypto";
import type { SeededRandom } from "@/db/seed/seeded-random";
import { emptyTally } from "./drive-tally";
import type { ClientAnswer, ClientFix, DriverClient } from "./driver-client";

const MOST_FIXES = 200;
const MOST_OPS = 100;

/** What waits on the phone, and how it goes out. */
export class SimulatedDevice {
  readonly tally = emptyTally();
  readonly #client: DriverClient;
  readonly #random: SeededRandom;
  #acts: object[] = [];
  #fixes: ClientFix[] = [];
  #deviceSeq = 0;

  constructor(client: DriverClient, random: SeededRandom) {
    this.#client = client;
    this.#random = random;
  }

  /** Acts that the server has answered. */
  readonly acknowledged = new Set<string>();

  /** Acts and positions not yet answered. */
  get waiting(): number {
    return this.#acts.length + this.#fixes.length;
  }

  keepAct(act: object): void {
    this.#acts.push({ opId: randomUUID(), deviceSeq: ++this.#deviceSeq, ...act });
    this.tally.acts++;
  }

  keepFix(fix: ClientFix): void {
    this.#fixes.push(fix);
  }

  /** Sends what waits; what does not get through goes on waiting. */
  async send(): Promise<void> {
    try {
      while (this.#acts.length > 0) {
        const batch = this.#acts.slice(0, MOST_OPS);
        this.#count(await this.#client.sendOps(batch));
        // The answer was lost on the way: the device cannot know, and sends the same again.
        if (this.#random.chance(0.05)) continue;
        this.#acts = this.#acts.slice(batch.length);
      }
      while (this.#fixes.length > 0) {
        const batch = this.#fixes.slice(0, MOST_FIXES);
        await this.#client.sendFixes(batch);
        this.#fixes = this.#fixes.slice(batch.length);
        this.tally.fixes += batch.length;
      }
    } catch {
      this.tally.failures++;
    }
  }

  #count(answers: readonly ClientAnswer[]): void {
    for (const { opId, verdict } of answers) {
      this.acknowledged.add(opId);
      if (verdict === "duplicate") this.tally.duplicates++;
      else this.tally[verdict]++;
    }
  }
}
