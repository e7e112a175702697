"use client";
import clsx from "clsx";
import Link from "next/link";
import { BreaksField } from "@/components/lib/breaks/breaks-field";
import { useWords } from "@/components/lib/words/words-context";
import { buttonClass } from "@/components/ui/button-class";
import { Checkbox } from "@/components/ui/checkbox";
import { EmptyState } from "@/components/ui/empty-state";
import { Select } from "@/components/ui/select";
import { ClockField } from "./clock-field";
import type { FleetItems } from "./day-driver";
import { type ChoiceProblem, type DriverChoice, withFreeVehicle } from "./draft-choice";

export interface DriverTableProps {
  readonly fleet: FleetItems;
  readonly choices: readonly DriverChoice[];
  readonly problems: ReadonlyMap<string, ChoiceProblem>;
  readonly onChange: (choices: readonly DriverChoice[]) => void;
}

/** Everybody who could drive: whether, what, from where, from when to when. */
export function DriverTable({ fleet, choices, problems, onChange }: DriverTableProps) {
  const t = useWords("boardDrivers");
  if (choices.length === 0) {
    return (
      <EmptyState
        title={t("none")}
        actions={
          <Link href="/drivers" className={buttonClass({ variant: "primary" })}>
            {t("add")}
          </Link>
        }
      >
        {t("noneAbout")}
      </EmptyState>
    );
  }
  const free = choices.filter((choice) => choice.stopCount === 0);
  const chosen = choices.filter((choice) => choice.isChosen).length;
  const chooseAll = (isChosen: boolean) => {
    let next = choices;
    for (const { driver, stopCount } of choices) if (stopCount === 0) next = choose(next, driver.id, isChosen, fleet);
    onChange(next);
  };
  return (
    <div className="flex flex-col">
      <Checkbox
        className="pb-2"
        label={t(chosen === choices.length ? "allChosen" : "chooseAll")}
        checked={chosen === choices.length}
        indeterminate={chosen > 0 && chosen < choices.length}
        disabled={free.length === 0}
        onCheckedChange={chooseAll}
      />
      <ul className="flex flex-col border-line border-t">
        {choices.map((choice) => (
          <DriverLine
            key={choice.driver.id}
            choice={choice}
            fleet={fleet}
            problem={problems.get(choice.driver.id)}
            onChoose={(isChosen) => onChange(choose(choices, choice.driver.id, isChosen, fleet))}
            onEdit={(edit) =>
              onChange(choices.map((each) => (each.driver.id === choice.driver.id ? { ...each, ...edit } : each)))
            }
          />
        ))}
      </ul>
    </div>
  );
}

function choose(
  choices: readonly DriverChoice[],
  driverId: string,
  isChosen: boolean,
  fleet: FleetItems,
): readonly DriverChoice[] {
  const vehicleId = isChosen ? withFreeVehicle(choices, driverId, fleet) : undefined;
  return choices.map((choice) =>
    choice.driver.id === driverId
      ? { ...choice, isChosen, vehicleId: vehicleId === undefined ? choice.vehicleId : vehicleId }
      : choice,
  );
}

interface DriverLineProps {
  readonly choice: DriverChoice;
  readonly fleet: FleetItems;
  readonly problem: ChoiceProblem | undefined;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onEdit: (edit: Partial<DriverChoice>) => void;
}

function DriverLine({ choice, fleet, problem, onChoose, onEdit }: DriverLineProps) {
  const t = useWords("boardDrivers");
  const { driver, isChosen, vehicleId, depotId, stopCount } = choice;
  return (
    <li
      className={clsx(
        "grid grid-cols-1 items-center gap-x-3 gap-y-1.5 border-line border-b py-1.5 sm:grid-cols-[minmax(0,1fr)_12.5rem_10.5rem_11.5rem]",
        !isChosen && "text-ink-muted",
      )}
    >
      <Checkbox
        label={<span className={isChosen ? "font-medium text-ink" : undefined}>{driver.name}</span>}
        hint={
          problem ? (
            <span className="text-warn">{t(`problem.${problem}`)}</span>
          ) : stopCount > 0 ? (
            t("stopsPlanned", { count: stopCount })
          ) : driver.email || driver.phone ? undefined : (
            t("noContact")
          )
        }
        checked={isChosen}
        disabled={stopCount > 0}
        onCheckedChange={onChoose}
      />
      <Select
        label={t("vehicleOf", { name: driver.name })}
        hideLabel
        disabled={!isChosen}
        placeholder={t("vehicle")}
        options={fleet.vehicles.map(({ id, label, registration }) => ({ value: id, label, hint: registration }))}
        value={vehicleId}
        onValueChange={(next) => onEdit({ vehicleId: next })}
      />
      <Select
        label={t("depotOf", { name: driver.name })}
        hideLabel
        disabled={!isChosen}
        placeholder={t("depot")}
        options={fleet.depots.map(({ id, name }) => ({ value: id, label: name }))}
        value={depotId}
        onValueChange={(next) => onEdit({ depotId: next })}
      />
      <ShiftFields choice={choice} onEdit={onEdit} />
      {isChosen ? (
        <div className="sm:col-span-4 sm:pl-6">
          <BreaksField of={driver.name} value={choice.breaks} onChange={(breaks) => onEdit({ breaks })} />
        </div>
      ) : null}
    </li>
  );
}

function ShiftFields({ choice, onEdit }: Pick<DriverLineProps, "choice" | "onEdit">) {
  const t = useWords("boardDrivers");
  const { driver, isChosen, shiftFromSeconds, shiftToSeconds } = choice;
  return (
    <span className="flex items-center gap-1.5">
      <ClockField
        label={t("shiftStart", { name: driver.name })}
        disabled={!isChosen}
        seconds={shiftFromSeconds}
        onSecondsChange={(seconds) => onEdit({ shiftFromSeconds: seconds })}
      />
      <span aria-hidden="true">–</span>
      <ClockField
        label={t("shiftEnd", { name: driver.name })}
        disabled={!isChosen}
        seconds={shiftToSeconds}
        onSecondsChange={(seconds) => onEdit({ shiftToSeconds: seconds })}
      />
    </span>
  );
}
