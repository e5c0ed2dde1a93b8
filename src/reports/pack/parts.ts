// What every page is made of: sections, tables with a header for each column and row, and lists of facts.
import { markup, type Content, type Markup } from './markup.js';

export function section(id: string, title: string, ...contents: readonly Content[]): Markup {
  return markup`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
${contents}</section>
`;
}

export function paragraph(content: Content): Markup {
  return markup`<p>${content}</p>
`;
}

/** A column of a table: its heading, and the cell of each row. */
export type PackColumn<Subject> = readonly [heading: string, cell: (subject: Subject) => Content];

/** The first column names the row. `none` is said where there are no rows: the layout is the same for everybody. */
export function table<Subject>(
  columns: readonly PackColumn<Subject>[],
  subjects: readonly Subject[],
  none: string,
): Markup {
  if (subjects.length === 0) return paragraph(none);
  const headings = columns.map(([heading]) => markup`<th scope="col">${heading}</th>`);
  const rows = subjects.map((subject) => {
    const [name = '', ...cells] = columns.map(([, cell]) => cell(subject));
    return markup`<tr><th scope="row">${name}</th>${cells.map((cell) => markup`<td>${cell}</td>`)}</tr>
`;
  });
  return markup`<table>
<thead><tr>${headings}</tr></thead>
<tbody>
${rows}</tbody>
</table>
`;
}

/** A fact's name, and what is known. */
export type Fact = readonly [name: string, content: Content];

export function facts(known: readonly Fact[], kind: 'known' | 'to-fill-in' = 'known'): Markup {
  const rows = known.map(
    ([name, content]) => markup`<tr><th scope="row">${name}</th><td>${content}</td></tr>
`,
  );
  return markup`<table class="${kind}">
<tbody>
${rows}</tbody>
</table>
`;
}

export function list(contents: readonly Content[]): Markup {
  return markup`<ul>
${contents.map(
  (content) => markup`<li>${content}</li>
`,
)}</ul>
`;
}
