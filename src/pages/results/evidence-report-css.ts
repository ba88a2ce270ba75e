/**
 * The looks of the evidence report: dark on white whatever the reader's system prefers, on one sheet of A4. Its hash is in the
 * report's policy.
 */
export const REPORT_CSS = `
@page { size: A4; margin: 18mm; }
:root { color-scheme: only light; background: #fff; color: #1a1c20; font: 13px/19px system-ui, sans-serif; }
body { margin: 0; }
main { max-width: 680px; margin: 0 auto; padding: 24px 16px; }
header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 16px; border-bottom: 2px solid #1a1c20; }
h1 { margin: 0 0 6px; font-size: 20px; line-height: 26px; }
h2 { margin: 0 0 2px; font-size: 20px; line-height: 26px; }
h3 { margin: 18px 0 4px; font-size: 13px; line-height: 19px; }
p { margin: 0 0 6px; }
header p, figcaption, footer, th { color: #585d66; }
.verdict { margin: 16px 0; padding: 10px 14px; border: 1px solid #d9dce1; border-inline-start: 6px solid #585d66; }
.verdict p { margin: 0; }
.likely-ai { border-inline-start-color: #a8400f; }
.likely-ai h2 { color: #a8400f; }
.likely-not-ai { border-inline-start-color: #0f6b57; }
.likely-not-ai h2 { color: #0f6b57; }
.failed { border-inline-start-color: #a31d2e; }
.failed h2 { color: #a31d2e; }
figure { display: flex; align-items: start; gap: 14px; margin: 0; }
figure img { flex: none; border: 1px solid #d9dce1; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { padding: 3px 0; border-top: 1px solid #d9dce1; font-weight: 400; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th { width: 30%; padding-inline-end: 12px; }
td { white-space: pre-wrap; }
pre { margin: 0; font-size: 9px; line-height: 12px; white-space: pre-wrap; overflow-wrap: anywhere; }
ol { margin: 0 0 6px; padding-inline-start: 20px; }
h4 { margin: 6px 0 2px; font-size: 13px; }
footer { margin-top: 18px; padding-top: 8px; border-top: 1px solid #d9dce1; font-size: 11px; line-height: 16px; }
section, figure, tr { break-inside: avoid; }
@media print { main { max-width: none; padding: 0; } * { print-color-adjust: exact; } }
`;
