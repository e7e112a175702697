import { isId } from "@/server/domain/ids";

/** A stored id as this API says it: its 32 hexadecimal digits. */
export function dress(id: string): string {
  return id.replaceAll("-", "");
}

/** Inverse of `dress`; undefined for anything this API never said. */
export function undress(hex: string): string | undefined {
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return isId(id) ? id : undefined;
}
