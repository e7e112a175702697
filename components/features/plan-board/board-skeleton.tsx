import { useWords } from "@/components/lib/words/words-context";
import { Skeleton } from "@/components/ui/skeleton";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

const ROWS = Array.from({ length: 12 }, (_, index) => `row-${index}`);

/** The board's shape while the day is read: rows at their final height, the map's ground. */
export function BoardSkeleton() {
  const t = useWords("board");
  return (
    <div className="flex min-h-0 flex-1" aria-busy="true">
      <VisuallyHidden>{t("loading")}</VisuallyHidden>
      <div className="flex w-full flex-col border-line border-r bg-surface lg:w-85">
        <div className="h-12 shrink-0 border-line border-b" />
        <div className="h-10 shrink-0 border-line border-b bg-surface-sunken" />
        <div className="min-h-0 flex-1 overflow-hidden">
          {ROWS.map((row) => (
            <div key={row} className="flex h-14 items-center gap-2.5 border-line border-b px-3">
              <Skeleton className="h-5 w-13" />
              <div className="flex flex-1 flex-col gap-2">
                <Skeleton className="h-3 w-32" />
                <Skeleton className="h-2.5 w-full" />
              </div>
            </div>
          ))}
        </div>
      </div>
      <div className="hidden flex-1 bg-surface-sunken lg:block" />
      <div className="hidden w-80 flex-col gap-4 border-line border-l bg-surface p-4 xl:flex">
        <Skeleton className="h-5 w-24" />
        <Skeleton className="h-24" />
        <Skeleton className="h-5 w-24" />
        <Skeleton className="h-32" />
      </div>
    </div>
  );
}
