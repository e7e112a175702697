import type { CellResult } from "./cell-result";
import { cleanCell } from "./clean-cell";
import { type ColumnMapping, columnsOf } from "./column-mapping";
import type { IntakeColumn } from "./intake-column";
import type { IntakeCode, RowIssue } from "./intake-issue";

const HOUSE_NUMBER = /^\d+\s?[A-Za-z]?$/;

/** Reads one row through a mapping and gathers every complaint on the way, each with its column. */
export class RowReader<F extends string> {
  readonly errors: RowIssue[] = [];
  readonly warnings: RowIssue[] = [];

  constructor(
    private readonly cells: readonly string[],
    private readonly headers: readonly string[],
    private readonly mapping: ColumnMapping<F>,
    private readonly columns: ReadonlyMap<F, IntakeColumn<F>>,
  ) {
    this.checkShape();
  }

  /** True when some column of the file feeds the field. */
  isMapped(field: F): boolean {
    return this.mapping.fields[field] !== undefined;
  }

  /** The field's text, cleaned; empty when it is not mapped, empty or cut off. */
  text(field: F): string {
    const ref = this.mapping.fields[field];
    if (ref === undefined) return "";
    if (typeof ref === "number") return cleanCell(this.cells[ref] ?? "");
    const parts = ref.map((index) => cleanCell(this.cells[index] ?? "")).filter((part) => part !== "");
    const join = this.columns.get(field)?.join ?? " ";
    return parts.reduce(
      (all, part) => `${all}${join === ", " && HOUSE_NUMBER.test(part) ? " " : join}${part}`,
      parts.shift() ?? "",
    );
  }

  /** The parsed field; undefined when it is empty or was refused (then the complaint is noted). */
  read<T>(field: F, parse: (text: string) => CellResult<T>): T | undefined {
    const text = this.text(field);
    return text === "" ? undefined : this.take(field, text, parse(text));
  }

  /** What stands in the custom columns, by name. */
  readCustom<T>(parse: (text: string, name: string) => CellResult<T>): Record<string, T> {
    const values: Record<string, T> = {};
    for (const [name, index] of Object.entries(this.mapping.custom)) {
      const text = cleanCell(this.cells[index] ?? "");
      if (text === "") continue;
      const result = parse(text, name);
      const fault = result.ok ? result.warning : result;
      if (result.ok) values[name] = result.value;
      if (fault)
        this[result.ok ? "warnings" : "errors"].push(this.issueAt(name, index, fault.code, fault.message, text));
    }
    return values;
  }

  /** A field of the order's own that must be filled in and is not, at its column where the file has one. */
  refuseMissing(name: string, message: string): void {
    const index = this.mapping.custom[name];
    if (index !== undefined && index >= this.cells.length) return;
    const issue = { field: name, column: "", code: "required", message, value: "" } as const;
    this.errors.push(index === undefined ? issue : this.issueAt(name, index, "required", message, ""));
  }

  refuse(field: F, code: IntakeCode, message: string, value = this.text(field)): void {
    // A cell that the line does not even have is already reported with the line.
    if (code === "required" && this.isCutOff(field)) return;
    this.errors.push(this.issue(field, code, message, value));
  }

  warn(field: F, code: IntakeCode, message: string, value = this.text(field)): void {
    this.warnings.push(this.issue(field, code, message, value));
  }

  /** True when the line ends before the field's column. */
  isCutOff(field: F): boolean {
    const columns = columnsOf(this.mapping, field);
    return columns.length > 0 && columns.every((index) => index >= this.cells.length);
  }

  private take<T>(field: F, text: string, result: CellResult<T>): T | undefined {
    if (!result.ok) {
      this.errors.push(this.issue(field, result.code, result.message, text));
      return undefined;
    }
    if (result.warning) this.warnings.push(this.issue(field, result.warning.code, result.warning.message, text));
    return result.value;
  }

  private checkShape(): void {
    const { cells, headers } = this;
    const surplus = cells.slice(headers.length).map(cleanCell);
    if (surplus.some((cell) => cell !== "")) {
      const message = `This line has ${cells.length} cells for ${headers.length} columns. Put text with a separator in it into quotes, or remove the surplus.`;
      this.errors.push({ field: "", column: "", code: "surplus_cells", message, value: surplus.join(" | ") });
    }
    if (cells.length >= headers.length) return;
    const mapped = [
      ...Object.keys(this.mapping.fields).flatMap((field) => columnsOf(this.mapping, field as F)),
      ...Object.values(this.mapping.custom),
    ];
    const missing = headers.map((_, index) => index).filter((index) => index >= cells.length && mapped.includes(index));
    const first = missing[0];
    if (first === undefined) return;
    const names = `${missing
      .slice(0, 4)
      .map((index) => headers[index])
      .join(", ")}${missing.length > 4 ? " …" : ""}`;
    const message = `This line has ${cells.length} of ${headers.length} columns and ends before ${names}. Fill in the rest.`;
    this.errors.push(this.issueAt("", first, "missing_cells", message, ""));
  }

  private issue(field: F, code: IntakeCode, message: string, value: string): RowIssue {
    const index = columnsOf(this.mapping, field)[0];
    return index === undefined
      ? { field, column: "", code, message, value }
      : this.issueAt(field, index, code, message, value);
  }

  private issueAt(field: string, columnIndex: number, code: IntakeCode, message: string, value: string): RowIssue {
    return { field, column: this.headers[columnIndex] ?? "", columnIndex, code, message, value };
  }
}
