import { Ban } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "@/components/lib/words/words-context";
import { EmptyState } from "@/components/ui/empty-state";

/** A page of the partners' desk; of a partner who is not active any more only that it is closed. */
export function WhileOpen({ isOpen, children }: { isOpen: boolean; children: ReactNode }) {
  const t = useWords("partnerDesk");
  if (isOpen) return children;
  return (
    <EmptyState icon={<Ban />} title={t("closed")} className="flex-1">
      {t("closedAbout")}
    </EmptyState>
  );
}
