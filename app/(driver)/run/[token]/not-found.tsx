import { Unlink } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";

/** The same words whatever is wrong with the link: they tell nobody which links exist. */
export default function LinkNotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState icon={<Unlink />} title="This link does not open a route">
        It may have expired or been withdrawn, or a part of it is missing. Ask your dispatcher for a new one.
      </EmptyState>
    </main>
  );
}
