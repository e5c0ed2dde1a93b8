// How a pack looks: dark on white with the fonts of the machine, and on A4 no row is cut and no heading left alone.

export const STYLE = `
:root { color-scheme: light; }
body { margin: 0 auto; padding: 1.5rem; max-width: 60rem; color: #1a1a1a; background: #fff;
  font: 0.95rem/1.45 system-ui, "Segoe UI", Arial, sans-serif; overflow-wrap: anywhere; }
h1 { margin: 0 0 0.25rem; font-size: 1.5rem; }
h2 { margin: 1.6rem 0 0.5rem; padding-bottom: 0.2rem; border-bottom: 2px solid #1a1a1a; font-size: 1.1rem; }
p, ul { margin: 0.4rem 0; }
ul { padding-left: 1.2rem; }
table { width: 100%; margin: 0.4rem 0; border-collapse: collapse; }
th, td { min-width: 7em; padding: 0.3rem 0.4rem; border: 1px solid #6b6b6b; text-align: left; vertical-align: top; }
thead th { background: #e8e8e8; overflow-wrap: normal; }
tbody th { min-width: 8.5em; font-weight: 600; }
td ul { margin: 0; }
.known th, .to-fill-in th { width: 14rem; }
.to-fill-in td { height: 2.2rem; }
.to-fill-in tr:last-child td { height: 9rem; }
@page { size: A4; margin: 15mm; }
@media print {
  body { padding: 0 1px; max-width: none; font-size: 9.5pt; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
  table, tr, li { break-inside: avoid; }
  p { orphans: 3; widows: 3; }
}
`;
