import type { ProblemFault } from "@/server/domain/plan/problem-fault";

/** Collects what is wrong with a problem. */
export class ProblemFaults {
  readonly found: ProblemFault[] = [];

  report(code: string, path: string, cause: string, action: string): void {
    this.found.push({ code, path, cause, action });
  }

  /** Each of these must be a whole number from 0 on. */
  checkAmounts(path: string, amounts: object): void {
    for (const [name, amount] of Object.entries(amounts)) {
      if (amount === undefined || (Number.isSafeInteger(amount) && amount >= 0)) continue;
      this.report("not-an-amount", `${path}.${name}`, `is ${amount}`, "give a whole number from 0 on");
    }
  }

  /** Each of these must be a number from 0 on; hundredths count. */
  checkRates(path: string, rates: object): void {
    for (const [name, rate] of Object.entries(rates)) {
      if (rate === undefined || (Number.isFinite(rate) && rate >= 0)) continue;
      this.report("not-an-amount", `${path}.${name}`, `is ${rate}`, "give a number from 0 on");
    }
  }

  /** Whether it is the index of one of so many. */
  checkIndex(path: string, index: number, count: number): boolean {
    if (Number.isInteger(index) && index >= 0 && index < count) return true;
    const action = count > 0 ? `give one from 0 to ${count - 1}` : "there is none to name";
    this.report("unknown-index", path, `is ${index}, of ${count} there are`, action);
    return false;
  }

  checkSpan(path: string, { fromSeconds, toSeconds }: { fromSeconds: number; toSeconds: number }): void {
    if (!Number.isSafeInteger(fromSeconds) || !Number.isSafeInteger(toSeconds)) {
      this.report("not-a-time", path, `is ${fromSeconds} to ${toSeconds}`, "give whole seconds");
    } else if (toSeconds < fromSeconds) {
      const action = "put the earlier time first";
      this.report("window-backwards", path, `ends at ${toSeconds}, before it begins at ${fromSeconds}`, action);
    }
  }

  checkShare(path: string, share: number | undefined): void {
    if (share === undefined || (share >= 0 && share <= 1)) return;
    this.report("not-a-share", path, `is ${share}`, "give a number from 0 to 1");
  }
}
