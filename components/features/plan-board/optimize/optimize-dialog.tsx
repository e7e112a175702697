"use client";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { SegmentedControl } from "@/components/ui/segmented-control";
import { Select } from "@/components/ui/select";
import { useBoard } from "../board-context";
import { useBoardStoreApi } from "../board-store";
import type { Optimization } from "./use-optimization";

const BUDGETS = [
  { value: "10", label: "10 seconds", hint: "a first look" },
  { value: "30", label: "30 seconds", hint: "good" },
  { value: "60", label: "1 minute", hint: "better" },
  { value: "180", label: "3 minutes", hint: "for a full day" },
  { value: "600", label: "10 minutes", hint: "overnight" },
];

/** What the optimizer should do with the day, and what it will leave alone. */
export function OptimizeDialog({ optimization }: { optimization: Optimization }) {
  const store = useBoardStoreApi();
  const { board } = useBoard();
  const [goal, setGoal] = useState<"cost" | "fleet">("cost");
  const [seconds, setSeconds] = useState("30");
  const close = () => store.setState({ dialog: null });
  const free = board.routes.filter((route) => route.status === "planned" && !route.locked);
  const kept = board.routes.length - free.length;
  const blocked = board.pool.filter((id) => board.visits.get(id)!.obstacle !== undefined).length;
  const start = () => {
    optimization.start({ goal, maxSeconds: Number(seconds) });
    close();
  };
  return (
    <Dialog
      open
      onOpenChange={(isOpen) => !isOpen && close()}
      title="Optimise the day"
      description="You see what would change before anything does."
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button variant="primary" onClick={start} disabled={free.length === 0 || optimization.active !== null}>
            Optimise
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <div className="flex flex-col items-start gap-1.5">
          <span className="font-medium text-sm">Goal</span>
          <SegmentedControl
            label="Goal"
            options={[
              { value: "cost", label: "Lowest cost" },
              { value: "fleet", label: "Fewest vans" },
            ]}
            value={goal}
            onValueChange={setGoal}
          />
        </div>
        <Select label="Search for" options={BUDGETS} value={seconds} onValueChange={setSeconds} />
        <p className="text-ink-muted tabular-nums">
          {board.visits.size - blocked} stops on {free.length} {free.length === 1 ? "route" : "routes"}.
          {kept > 0 ? ` ${kept} locked or sent ${kept === 1 ? "route stays" : "routes stay"} as they are.` : ""} Locked
          stops keep their driver or place.
        </p>
        {blocked > 0 ? (
          <Banner tone="warn">
            {blocked} {blocked === 1 ? "stop" : "stops"} without a position or for another day cannot be planned.
          </Banner>
        ) : null}
        {free.length === 0 ? <Banner tone="warn">Every route is locked or already sent.</Banner> : null}
      </div>
    </Dialog>
  );
}
