import { parseAmount } from "@/components/lib/parse-amount";

/** Areas as they were typed: by lines and commas, each once. */
export function areasOf(text: string): string[] {
  const areas = text.split(/[\n,;]+/).map((each) => each.trim().slice(0, 100));
  return [...new Set(areas.filter((each) => each !== ""))];
}

/** A time of the wall's clock as a field for times takes it. */
export function clockText(secondOfDay: number | undefined): string {
  if (secondOfDay === undefined) return "";
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${pad(Math.floor(secondOfDay / 3600))}:${pad(Math.floor((secondOfDay % 3600) / 60))}`;
}

/** What was typed of a partner's promises; null: it promises none. Or which fields are wrong. */
export function readPromises({ percent, minutes, cutoff }: { percent: string; minutes: string; cutoff: string }) {
  const onTimePercent = percent.trim() === "" ? null : parseAmount(percent);
  const deliveryMinutes = minutes.trim() === "" ? null : parseAmount(minutes);
  const isPercent = percent.trim() === "" || (onTimePercent !== null && onTimePercent >= 0 && onTimePercent <= 100);
  const isMinutes =
    minutes.trim() === "" ||
    (deliveryMinutes !== null &&
      Number.isInteger(deliveryMinutes) &&
      deliveryMinutes >= 1 &&
      deliveryMinutes <= 20_160);
  if (!isPercent || !isMinutes) {
    const wrong = [...(isPercent ? [] : (["percent"] as const)), ...(isMinutes ? [] : (["minutes"] as const))];
    return { ok: false as const, wrong };
  }
  const [hours, rest] = cutoff.split(":").map(Number);
  const cutoffSeconds = hours === undefined || rest === undefined ? null : hours * 3600 + rest * 60;
  return { ok: true as const, sla: { onTimePercent, deliveryMinutes, cutoffSeconds } };
}
