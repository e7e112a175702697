"use client";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { ExceptionTimer } from "@/components/lib/exceptions/exception-timer";
import { type Exception, useSayException } from "@/components/lib/exceptions/exception-words";
import { TypeIcon } from "@/components/lib/exceptions/type-icon";
import { useWords } from "@/components/lib/words/words-context";
import { InspectorSection } from "../inspector/inspector-section";
import { usePlanExceptions } from "./plan-exceptions-context";

/** What waits of one stop; each leads to its place in the inbox. */
export function StopExceptions({ visitId }: { visitId: string }) {
  return <Exceptions list={usePlanExceptions().byVisit.get(visitId) ?? []} />;
}

/** What waits of a route and its stops. */
export function RouteExceptions({ routeId }: { routeId: string }) {
  return <Exceptions list={usePlanExceptions().byRoute.get(routeId) ?? []} />;
}

function Exceptions({ list }: { list: readonly Exception[] }) {
  const t = useWords("boardLive");
  const facts = useWords("exceptionFacts");
  const say = useSayException();
  if (list.length === 0) return null;
  return (
    <InspectorSection title={t("exceptionsHere")}>
      <ul className="-mx-2 flex flex-col">
        {list.map((exception) => (
          <li key={exception.id}>
            <Link
              href={`/live/exceptions?exception=${exception.id}`}
              className="flex items-start gap-2.5 rounded-md px-2 py-1.5 hover:bg-hover [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-muted"
            >
              <TypeIcon type={exception.type} />
              <span className="min-w-0 flex-1">
                <span className="flex items-center gap-2">
                  <span className="min-w-0 flex-1 truncate font-medium">{facts(`type.${exception.type}`)}</span>
                  <ExceptionTimer dueAtMs={exception.dueAtMs} />
                </span>
                <span className="block text-pretty text-ink-muted text-sm">{say(exception)}</span>
              </span>
              <ChevronRight aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
    </InspectorSection>
  );
}
