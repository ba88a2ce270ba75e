/** Rows of cells as a table in Markdown, the first as its head. Columns are padded, as the formatter wants them. */
export function markdownTable(rows: readonly (readonly string[])[]): string {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((cells) => widthOf(cells[column]))));
  const [first, ...body] = rows.map((cells) =>
    cells.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell))),
  );
  const line = widths.map((width) => '-'.repeat(width));
  return [first, line, ...body].map((cells = []) => `| ${cells.join(' | ')} |`).join('\n');
}

/** In characters; all that are used here are of one width. */
function widthOf(cell = ''): number {
  return [...cell].length;
}
