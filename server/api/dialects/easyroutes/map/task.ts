import type { Completion } from "@/server/domain/execution/run-state";
import type { VisitTask } from "@/server/domain/order/delivery-schema";
import { sameJson } from "@/server/domain/order/merge-draft";
import { partId } from "../ids";
import { hasItems, type TaskTemplateWire, type TaskTypeWire, type TaskWire } from "../wire/task";
import { instantOf } from "./instant";

const KINDS = {
  RADIO_BUTTONS: "radio",
  TEXT_INPUT: "text",
  DECIMAL_INPUT: "decimal",
  SCANNER_INPUT: "barcode",
} as const satisfies Readonly<Record<Exclude<TaskTypeWire, "CHECKBOXES">, VisitTask["kind"]>>;
const TYPE_OF_KIND = new Map<string, TaskTypeWire>([
  ["checkbox", "CHECKBOXES"],
  ...Object.entries(KINDS).map(([type, kind]) => [kind, type as TaskTypeWire] as const),
]);
const LONGEST_LABEL = 200;

/** What a driver is asked at the door; each box of a checklist by itself. */
export function toTasks(templates: readonly TaskTemplateWire[] = []): VisitTask[] {
  return templates.flatMap(
    ({ title, type, items = [], requiredToMarkStopAsDelivered: required = false }): VisitTask[] => {
      if (type === "CHECKBOXES") {
        return items.map((item) => ({
          kind: "checkbox",
          label: `${title}: ${item.title}`.slice(0, LONGEST_LABEL).trim(),
          required,
          options: [],
        }));
      }
      const options = type === "RADIO_BUTTONS" ? items.map((item) => item.title) : [];
      return [{ kind: KINDS[type], label: title, required, options }];
    },
  );
}

/** The templates as they were sent while they mean what is asked at the door; pictures are no tasks here. */
export function fromTasks(tasks: readonly VisitTask[], sent: readonly TaskTemplateWire[] = []): TaskTemplateWire[] {
  if (sameJson(toTasks(sent), tasks)) return [...sent];
  return tasks.flatMap((task) => templateOf(task) ?? []);
}

function templateOf({ kind, label, required, options }: VisitTask): TaskTemplateWire | undefined {
  const type = TYPE_OF_KIND.get(kind);
  if (!type) return undefined;
  const items = kind === "checkbox" ? [{ title: label }] : options.map((title) => ({ title }));
  return { title: label, type, ...(hasItems(type) && { items }), requiredToMarkStopAsDelivered: required };
}

interface Door {
  readonly visitId: string;
  readonly tasks: readonly VisitTask[];
  readonly completion: Completion | null;
}

/** What a driver is asked on his route, with what he has answered. */
export function tasksOfStop({ visitId, tasks, completion }: Door, sent: readonly TaskTemplateWire[] = []): TaskWire[] {
  const answers = new Map(completion?.answers.map(({ task, value }) => [task, value]));
  const at = completion ? instantOf(completion.atMs) : undefined;
  const isAsSent = sameJson(toTasks(sent), tasks);
  const grouped = isAsSent ? groupsOf(sent) : tasks.flatMap((task, index) => groupOf(task, index) ?? []);
  return grouped.map(({ template, first }, number) => {
    const { title, type, items = [] } = template;
    const answer = answers.get(first);
    const isDone = (index: number, item: string) =>
      type === "CHECKBOXES" ? isTicked(answers.get(first + index)) : answer === item || answer === index;
    return {
      id: partId("task", visitId, number),
      title,
      type,
      items: items.map((item, index) => ({
        id: partId("item", visitId, number, index),
        title: item.title,
        complete: isDone(index, item.title),
        ...(at && isDone(index, item.title) && { updatedAt: at }),
      })),
      ...(!hasItems(type) && answer !== undefined && at && { input: inputOf(type, answer, at) }),
      requiredToMarkStopAsDelivered: template.requiredToMarkStopAsDelivered ?? false,
      requiredToMarkStopAsAttempted: template.requiredToMarkStopAsAttempted ?? false,
    };
  });
}

type Group = { readonly template: TaskTemplateWire /** The place of its first question. */; readonly first: number };

function groupsOf(sent: readonly TaskTemplateWire[]): Group[] {
  let next = 0;
  return sent.map((template) => {
    const first = next;
    next += template.type === "CHECKBOXES" ? (template.items?.length ?? 0) : 1;
    return { template, first };
  });
}

function groupOf(task: VisitTask, first: number): Group | undefined {
  const template = templateOf(task);
  return template && { template, first };
}

const isTicked = (answer: unknown) => answer === true || answer === 1 || answer === "true";

function inputOf(type: TaskTypeWire, answer: string | number | boolean, updatedAt: string) {
  const inputMethod = type === "SCANNER_INPUT" ? ("SCANNED" as const) : ("UNKNOWN" as const);
  return { value: String(answer), updatedAt, inputMethod };
}
