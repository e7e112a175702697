"use client";
import { useQuery } from "@tanstack/react-query";
import { useWords } from "@/components/lib/words/words-context";
import { useBoardSession } from "../board-context";
import { formatMinutes } from "../describe-rule-break";
import { InspectorSection } from "../inspector/inspector-section";
import { planKeys } from "../plan-keys";

const FRESH_MILLISECONDS = 60_000;

/** How far expected arrivals were off on this day, an hour, half an hour and a quarter before. */
export function AccuracySection() {
  const t = useWords("boardLive");
  const { gateway, planId } = useBoardSession();
  const { data } = useQuery({
    queryKey: planKeys.arrivalAccuracy(planId),
    queryFn: () => gateway.measureArrivals(planId),
    staleTime: FRESH_MILLISECONDS,
    refetchInterval: FRESH_MILLISECONDS,
  });
  if (!data) return null;
  const minutes = (seconds: number | null) => (seconds === null ? "–" : formatMinutes(t.format, seconds));
  const isKnown = data.some(({ stops }) => stops > 0);
  return (
    <InspectorSection title={t("accuracy")}>
      {isKnown ? (
        <table className="w-full text-left tabular-nums">
          <thead className="text-ink-muted text-sm">
            <tr>
              <th scope="col" className="font-normal">
                {t("accuracyLead")}
              </th>
              <th scope="col" className="text-right font-normal">
                {t("accuracyHalf")}
              </th>
              <th scope="col" className="text-right font-normal">
                {t("accuracyMost")}
              </th>
              <th scope="col" className="text-right font-normal">
                {t("accuracyBias")}
              </th>
              <th scope="col" className="text-right font-normal">
                {t("accuracyStops")}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.map(({ leadMinutes, stops, medianErrorSeconds, p90ErrorSeconds, biasSeconds }) => (
              <tr key={leadMinutes}>
                <th scope="row" className="py-0.5 font-normal">
                  {formatMinutes(t.format, leadMinutes * 60)}
                </th>
                <td className="text-right">{minutes(medianErrorSeconds)}</td>
                <td className="text-right">{minutes(p90ErrorSeconds)}</td>
                <td className="text-right">{biasSeconds === null ? "–" : t.format.minutesDelta(biasSeconds)}</td>
                <td className="text-right">{t.format.count(stops)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p className="text-ink-muted">{t("accuracyNone")}</p>
      )}
    </InspectorSection>
  );
}
