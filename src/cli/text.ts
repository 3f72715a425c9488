const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;

/** How many columns of a terminal a text takes: Japanese characters take two. */
export function columnsOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (wide.test(character) ? 2 : 1), 0);
}

/** Fills a text up with spaces to a number of columns. */
export function padColumns(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - columnsOf(text)));
}

/** Rows of cells as lines with aligned columns. */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, columnsOf(cell));
    });
  }
  return rows.map((row) =>
    row
      .map((cell, index) => padColumns(cell, widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Names and values below each other; what has no value is left out. */
export function factLines(facts: readonly (readonly [string, string | null | undefined])[]): string[] {
  return tableLines(facts.flatMap(([name, value]) => (value ? [['', name, value]] : [])));
}
