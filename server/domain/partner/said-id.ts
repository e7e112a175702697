import { idToHex24 } from "@/server/domain/ids";

/** An id as a partner meets it in what we send him and in the partner API: "asg_0197…". */
export function saidId(kind: "assignment" | "delivery", id: string): string {
  return `${kind === "assignment" ? "asg" : "dlv"}_${idToHex24(id)}`;
}
