/** Where somebody begins: at the desk, or at their own work. */
export function homePath(role: string): string {
  if (role === "partner") return "/partner";
  return role === "driver" ? "/my-run" : "/plan";
}
