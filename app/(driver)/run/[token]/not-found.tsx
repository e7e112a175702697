import { Unlink } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { pageWords } from "../../../page-words";

/** The same words whatever is wrong with the link: they tell nobody which links exist. */
export default async function LinkNotFound() {
  const t = await pageWords("pages");
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState icon={<Unlink />} title={t("linkClosed")}>
        {t("linkClosedAbout")}
      </EmptyState>
    </main>
  );
}
