import type { Words } from "@/components/lib/words/words";
import {
  type FileReason,
  isPlainReason,
  type PlainReason,
  type RefusalReason,
} from "@/server/domain/refusal/refusal-reason";

type T = Words<"refusals">;
type Details = Readonly<Record<string, unknown>>;
/** Refusals whose sentence needs particulars. */
type Particular = Exclude<RefusalReason, { readonly reason: PlainReason }>;

/** Why the server said no, in the reader's language; `message`, its own English words, for a reason not known here. */
export function sayRefusal(
  t: T,
  { message, details }: { readonly message: string; readonly details: Details },
): string {
  const said = sayReason(t, details) ?? message;
  const { subject } = details;
  return typeof subject === "string" ? t("about", { subject, why: said }) : said;
}

function sayReason(t: T, details: Details): string | null {
  const { reason } = details;
  if (typeof reason !== "string") return null;
  if (isPlainReason(reason)) return t(reason);
  try {
    return sayParticular(t, details as unknown as Particular);
  } catch {
    // A server of another version may send other particulars: its own words are better than none.
    return null;
  }
}

function sayParticular(t: T, why: Particular): string | null {
  switch (why.reason) {
    case "permission":
      return t("permission");
    case "no-such":
      return t(`no-such.${why.what}`);
    case "input": {
      const fields = why.issues.flatMap(({ path }) => path || []);
      return fields.length > 0 ? t("inputAt", { fields: t.format.list(fields) }) : t("input");
    }
    case "too_large":
    case "too_large_unpacked":
    case "too_many_rows":
      return t(why.reason, { limit: why.limit });
    case "too_many_columns":
      return t("too_many_columns", { columns: why.columns, limit: why.limit });
    case "binary":
    case "other_document":
      return why.kind === "no-text" ? t("undecodable") : t("notATable", { what: t(`fileKind.${why.kind}`) });
    case "cell_too_long":
      return t("cell_too_long", { limit: why.limit, line: why.line });
    case "missing_columns":
      return t("missing_columns", { columns: t.format.list(why.missing) });
    case "import_status":
      return sayImportStatus(t, why.status);
    case "imported":
      return t("imported", { line: why.rowNumber });
    case "in_use":
      return t("in_use", { name: why.name, drivers: why.drivers, days: why.days });
    case "source-failed":
      return t(`source-failed.${why.fault}`, { host: why.host });
    default:
      return sayOfPlan(t, why);
  }
}

function sayImportStatus(t: T, status: (Particular & { reason: "import_status" })["status"]): string {
  switch (status) {
    case "uploaded":
    case "checking":
    case "importing":
    case "discarded":
      return t(`import_status.${status}`);
    default:
      return t("import_status.other");
  }
}

type Named =
  | "permission"
  | "no-such"
  | "input"
  | FileReason["reason"]
  | "missing_columns"
  | "import_status"
  | "imported"
  | "in_use"
  | "source-failed";
type OfPlan = Exclude<Particular, { readonly reason: Named }>;

function sayOfPlan(t: T, why: OfPlan): string | null {
  switch (why.reason) {
    case "visit-closed":
    case "no-position":
    case "anchor-not-found":
    case "pair-order":
    case "pair-split":
    case "stop-made":
    case "goods-aboard":
      return t(why.reason, { stop: why.stop ?? t("theStop") });
    case "stop-locked":
      return t(`stop-locked.${why.lock}`, { stop: why.stop ?? t("theStop") });
    case "route-locked":
    case "route-finished":
    case "depot-without-position":
    case "not-dispatched":
    case "vehicle-in-use":
    case "nothing-to-split":
    case "finished":
      return t(why.reason, { route: String(why.routeNumber) });
    case "no-contact":
    case "same-driver":
    case "driver-inactive":
    case "no-vehicle":
      return t(why.reason, { driver: why.driver });
    case "changed-since":
    case "changed-since-preview":
    case "needs-confirmation":
      return t(why.reason, { count: why.routeNumbers.length, routes: t.format.list(why.routeNumbers.map(String)) });
    case "routes-changed": {
      const routes = t.format.list(why.routes.map(({ routeNumber }) => String(routeNumber)));
      return t("routes-changed", { count: why.routes.length, routes, who: why.changedBy });
    }
    case "locked-since":
      return t("locked-since", { who: why.changedBy });
    case "orders-changed":
      return t("orders-changed", { count: why.count });
    case "stops-moved":
      return sayStopsMoved(t, why);
    default:
      // Every reason has its words: one without does not compile. A newer server may have others.
      why satisfies never;
      return null;
  }
}

function sayStopsMoved(t: T, { conflicts, changedBy }: OfPlan & { reason: "stops-moved" }): string {
  const first = conflicts[0]!;
  const count = conflicts.length;
  const what = !first.isOnBoard
    ? t("stopsGone", { count })
    : first.routeNumber === null
      ? t("stopsUnplanned", { count })
      : t(first.routeId === first.seenRouteId ? "stopsReordered" : "stopsMoved", {
          count,
          route: String(first.routeNumber),
        });
  return changedBy ? t("stopsMovedBy", { what, who: changedBy }) : what;
}
