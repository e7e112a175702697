import type { LocalWindow } from "@/server/domain/time/local-window";

/** A window while it is being written: times as "HH:MM", the day empty for every day. */
export interface WindowDraft {
  readonly key: string;
  readonly date: string;
  readonly from: string;
  readonly to: string;
}

const DAY_SECONDS = 86_400;

function clockSeconds(text: string): number | undefined {
  const match = /^(\d{2}):(\d{2})/.exec(text);
  return match ? Number(match[1]) * 3600 + Number(match[2]) * 60 : undefined;
}

function clockText(seconds: number): string {
  const within = seconds % DAY_SECONDS;
  return `${String(Math.floor(within / 3600)).padStart(2, "0")}:${String(Math.floor((within % 3600) / 60)).padStart(2, "0")}`;
}

/** True when the window ends on the day after it begins: "22:00–02:00". Midnight ends its own day. */
export function endsNextDay({ from, to }: WindowDraft): boolean {
  const [start, end] = [clockSeconds(from), clockSeconds(to)];
  return start !== undefined && end !== undefined && end <= start && end !== 0;
}

/** The window as it is kept, or why it is none yet. */
export function readWindow(
  draft: WindowDraft,
): { ok: true; window: LocalWindow } | { ok: false; reason: "fillBoth" | "tooShort" } {
  const [fromSeconds, end] = [clockSeconds(draft.from), clockSeconds(draft.to)];
  if (fromSeconds === undefined || end === undefined) return { ok: false, reason: "fillBoth" };
  if (fromSeconds === end) return { ok: false, reason: "tooShort" };
  const toSeconds = end <= fromSeconds ? end + DAY_SECONDS : end;
  return { ok: true, window: { ...(draft.date && { date: draft.date }), fromSeconds, toSeconds } };
}

/** A kept window, to be edited. */
export function windowDraft(window: LocalWindow, key: string): WindowDraft {
  return { key, date: window.date ?? "", from: clockText(window.fromSeconds), to: clockText(window.toSeconds) };
}

/** The windows, when every one of them can be read. */
export function readWindows(drafts: readonly WindowDraft[]): LocalWindow[] | undefined {
  const read = drafts.map(readWindow);
  return read.every((each) => each.ok) ? read.map((each) => each.window) : undefined;
}
