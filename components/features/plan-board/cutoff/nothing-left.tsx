import { CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/ui/empty-state";

/** A list of the checklist that is through. */
export function NothingLeft({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <EmptyState icon={<CircleCheck className="text-ok" />} title={title} className="h-full">
      {children}
    </EmptyState>
  );
}
