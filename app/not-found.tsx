import { MapPinOff } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { pageWords } from "./page-words";

export default async function NotFound() {
  const t = await pageWords("pages");
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        icon={<MapPinOff />}
        title={t("notFound")}
        actions={
          <Link href="/plan" className={buttonClass({ variant: "primary" })}>
            {t("toPlan")}
          </Link>
        }
      >
        {t("notFoundAbout")}
      </EmptyState>
    </main>
  );
}
