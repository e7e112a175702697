"use client";
import { useWords } from "@/components/lib/words/words-context";
import type { EditPreview } from "@/server/domain/plan/edit-preview";

/** What an edit does to each route it touches, and who is told. */
export function EditFigures({ preview: { preview } }: { preview: EditPreview }) {
  const t = useWords("exceptions");
  const { format } = t;
  const heads = ["route", "stops", "time", "distance", "late"] as const;
  const change = (from: string, to: string) => (from === to ? to : t("preview.change", { from, to }));
  return (
    <>
      <table className="w-full border-collapse tabular-nums">
        <thead>
          <tr className="border-line border-b text-left text-ink-muted text-sm">
            {heads.map((head) => (
              <th key={head} scope="col" className="py-1.5 pr-3 font-medium">
                {t(`preview.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.diff.routes.map(({ routeId, number, before, after }) => (
            <tr key={routeId} className="border-line border-b">
              <th scope="row" className="py-1.5 pr-3 text-left font-medium">
                {number}
              </th>
              <td className="py-1.5 pr-3">{change(format.count(before.stops), format.count(after.stops))}</td>
              <td className="py-1.5 pr-3">
                {change(format.duration(before.durationSeconds), format.duration(after.durationSeconds))}
              </td>
              <td className="py-1.5 pr-3">
                {change(format.distance(before.distanceMeters), format.distance(after.distanceMeters))}
              </td>
              <td className={after.lateStops > before.lateStops ? "py-1.5 font-medium text-alert" : "py-1.5"}>
                {change(format.count(before.lateStops), format.count(after.lateStops))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 text-ink-muted">
        {t("preview.tells", { count: preview.diff.routes.filter(({ isDispatched }) => isDispatched).length })}
      </p>
    </>
  );
}
