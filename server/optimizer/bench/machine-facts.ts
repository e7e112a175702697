import { cpus, totalmem } from "node:os";

/** On what something was measured, in a line. */
export function machineFacts(): string {
  const [first] = cpus();
  return `${cpus().length} × ${first?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
}
