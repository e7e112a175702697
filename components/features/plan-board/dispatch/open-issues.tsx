"use client";
import { useWords } from "@/components/lib/words/words-context";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { CUTOFF_CHECKS } from "@/server/domain/cutoff/cutoff-counts";
import { useBoardStoreApi } from "../board-store";
import { useCutoff } from "../cutoff/use-cutoff";

/** What the checklist still has open, said before the click; it does not stand in the way. */
export function OpenIssues() {
  const t = useWords("boardDispatch");
  const store = useBoardStoreApi();
  const { counts } = useCutoff();
  if (!counts) return null;
  const open = CUTOFF_CHECKS.filter((check) => counts[check] > 0);
  if (open.length === 0) return null;
  return (
    <Banner
      tone="warn"
      title={t("issues.title")}
      actions={
        <Button size="sm" onClick={() => store.setState({ dialog: { kind: "cutoff", check: open[0] } })}>
          {t("issues.open")}
        </Button>
      }
    >
      {t.format.list(open.map((check) => t(`issues.${check}`, { count: counts[check] })))}
    </Banner>
  );
}
