const storageKey = "dray.recent-commands";
const KEPT = 30;

/** What was chosen in the palette lately in this browser, newest first. */
export function recentCommandIds(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

export function rememberCommand(id: string): void {
  try {
    const ids = [id, ...recentCommandIds().filter((each) => each !== id)];
    localStorage.setItem(storageKey, JSON.stringify(ids.slice(0, KEPT)));
  } catch {
    // Without storage nothing is remembered.
  }
}
