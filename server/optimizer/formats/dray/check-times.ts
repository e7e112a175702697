import { type ReadTime, readTime, timeSchema } from "./dray-time";
import { asObject, objects, type RawFile, type RawObject, type ReportFault } from "./raw-file";

/** Reports times that go backwards or mean nothing, and days in a file that does not say which its first is. */
export function checkTimes(file: RawFile, report: ReportFault): void {
  const hasDate = file.date !== undefined;
  const check = (path: string, span: RawObject) => checkSpan(path, span, hasDate, report);
  for (const [i, visit] of file.visits.entries()) {
    const path = `visits[${i}]`;
    checkDays(path, visit, hasDate, report);
    for (const [w, window] of objects(visit.windows).entries()) {
      const at = `${path}.windows[${w}]`;
      check(at, window);
      if (window.date === undefined) continue;
      if (!hasDate) reportNoDate(`${at}.date`, report);
      if (readSpan(window)?.from.kind !== "clock") {
        report("mixed-times", at, "has a date beside times that are not of a day", 'write its times as "HH:MM"');
      }
    }
  }
  for (const [i, vehicle] of file.vehicles.entries()) {
    const path = `vehicles[${i}]`;
    checkDays(path, vehicle, hasDate, report);
    check(`${path}.shift`, asObject(vehicle.shift));
    for (const [b, span] of objects(vehicle.breaks).entries()) check(`${path}.breaks[${b}]`, span);
  }
}

function checkSpan(path: string, span: RawObject, hasDate: boolean, report: ReportFault): void {
  const read = readSpan(span);
  if (!read) return;
  const { from, to } = read;
  if (!hasDate && (from.kind === "moment" || to.kind === "moment")) reportNoDate(path, report);
  if ((from.kind === "clock") !== (to.kind === "clock")) {
    const action = 'write both as "HH:MM", or neither';
    report("mixed-times", path, `goes from ${show(span.from)} to ${show(span.to)}`, action);
  } else if (isBackwards(from, to)) {
    const action = "put the earlier time first; past midnight write 25:00 for one o'clock";
    report("window-backwards", path, `goes from ${show(span.from)} to ${show(span.to)}`, action);
  }
}

/** Both ends of a span, if both are times. */
function readSpan(span: RawObject): { readonly from: ReadTime; readonly to: ReadTime } | undefined {
  const from = timeSchema.safeParse(span.from);
  const to = timeSchema.safeParse(span.to);
  return from.success && to.success ? { from: readTime(from.data), to: readTime(to.data) } : undefined;
}

function isBackwards(from: ReadTime, to: ReadTime): boolean {
  if (from.kind === "elapsed" && to.kind === "elapsed") return from.seconds > to.seconds;
  if (from.kind === "clock" && to.kind === "clock") return from.wallSeconds > to.wallSeconds;
  if (from.kind === "moment" && to.kind === "moment") {
    return from.date > to.date || (from.date === to.date && from.wallSeconds > to.wallSeconds);
  }
  return false;
}

function checkDays(path: string, subject: RawObject, hasDate: boolean, report: ReportFault): void {
  for (const field of ["dates", "weekdays"] as const) {
    if (subject[field] !== undefined && !hasDate) reportNoDate(`${path}.${field}`, report);
  }
}

function reportNoDate(path: string, report: ReportFault): void {
  report("no-date", path, "needs to know which day the plan begins", "give the file its date");
}

const show = (time: unknown): string => JSON.stringify(time);
