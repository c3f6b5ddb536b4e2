/** The style sheet of the HTML pack: plain, printable, readable at 400% zoom. */
import { GREY, INK, type Look, RULE, SHADE } from '#electron/export/house.ts';

/** A text as a CSS string, with everything but letters and digits escaped. */
function cssString(text: string): string {
  const safe = text.replace(/[^A-Za-z0-9 ]/gu, (letter) => `\\${letter.codePointAt(0)?.toString(16)} `);
  return `"${safe}"`;
}

export function styleSheet(look: Look, marking: string): string {
  const { accent, title, heading1, heading2, tableHead } = look;
  const font = look.wordFont === 'Arial' ? '' : `${cssString(look.wordFont)},`;
  const mark = cssString(marking);
  const exempt = cssString(
    [marking, 'not for publication: exempt'].filter((each) => each !== '').join(' – '),
  );
  const set = (text: string) => `content:${text};font:bold 9pt Arial,sans-serif`;
  return `
:root{color-scheme:light}
*{box-sizing:border-box}
body{margin:0;font:1.0625rem/1.5 ${font}Arial,Helvetica,sans-serif;color:${INK};background:#fff}
.wrap{max-width:62rem;margin:0 auto;padding:0 1rem}
.skip{position:absolute;left:-999rem;top:0;background:#fd0;color:${INK};padding:.5rem 1rem}
.skip:focus{left:0;z-index:1}
.marking{font-weight:bold;font-size:.9rem;letter-spacing:.03em;text-align:center;padding:.4rem 1rem;margin:0}
header .marking{background:${INK};color:#fff}
footer .marking{border-top:1px solid ${RULE}}
a{color:#1d4f91}
a:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid #fd0;outline-offset:0;box-shadow:0 0 0 5px ${INK}}
h1{color:${title.colour}}h2{color:${heading1.colour}}h3{color:${heading2.colour}}
h1,h2,h3{line-height:1.2;text-wrap:balance}
h1{font-size:2.25rem;margin:1.5rem 0 .25rem}
h2{font-size:1.6rem;margin:3rem 0 1rem;padding-top:.75rem;border-top:3px solid ${accent}}
h3{font-size:1.2rem;margin:2rem 0 .5rem}
.logo{display:block;max-width:20rem;max-height:6rem;margin:1.5rem 0 0}
.lead{font-size:1.2rem;color:${GREY};margin:0 0 1.5rem}
dl{display:grid;grid-template-columns:minmax(9rem,14rem) 1fr;border-top:1px solid ${RULE};margin:1.5rem 0}
dt,dd{margin:0;padding:.5rem .75rem .5rem 0;border-bottom:1px solid ${RULE}}
dt{font-weight:bold}
nav ol{list-style:none;padding:0;margin:0;columns:2 20rem;column-gap:2rem}
nav li{padding:.2rem 0;break-inside:avoid;display:flex;gap:.6rem}
nav .n{flex:none;min-width:1.6rem;font-weight:bold}
.para{display:grid;grid-template-columns:3.2rem 1fr;margin:.75rem 0}
.para .n{color:${GREY};font-variant-numeric:tabular-nums}
.para p,.para ul{margin:0}
ul.points{margin:.5rem 0 1rem 3.2rem;padding-left:1.2rem}
.exempt{border-left:5px solid #801650;padding:.4rem .8rem;font-weight:bold;background:${SHADE}}
figure{margin:1.5rem 0}
figcaption,caption{text-align:left;font-weight:bold;padding:0 0 .5rem;color:${INK}}
figure svg{max-width:100%;height:auto;display:block}
.scroll{overflow-x:auto;margin:1.5rem 0 .5rem}
table{border-collapse:collapse;width:100%;font-size:.95rem;font-variant-numeric:tabular-nums}
th,td{padding:.4rem .6rem;text-align:left;vertical-align:top;border-bottom:1px solid ${RULE}}
thead th,thead td{vertical-align:bottom;border-bottom:2px solid ${INK};background:${tableHead.fill};color:${tableHead.text}}
tbody th{font-weight:normal}
.num{text-align:right;white-space:nowrap}
thead .num{white-space:normal}
.total th,.total td{font-weight:bold;border-top:2px solid ${INK}}
.notes{font-size:.9rem;color:${GREY};margin:0 0 1.5rem;padding:0;list-style:none}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
details{margin:.5rem 0 1rem;font-size:.95rem}
footer{margin-top:3rem}
@media (max-width:40rem){.para{grid-template-columns:2.6rem 1fr}h1{font-size:1.75rem}dl{grid-template-columns:1fr}dt{border-bottom:0;padding-bottom:0}}
@media print{
@page{size:A4;margin:20mm 16mm;@top-center{${set(mark)}}@bottom-center{${set(mark)}}@bottom-right{content:"Page " counter(page) " of " counter(pages);font:9pt Arial,sans-serif}}
@page exempt{@top-center{${set(exempt)}}@bottom-center{${set(exempt)}}}
@page wide{size:A4 landscape;margin:18mm 12mm}
@page exempt-wide{size:A4 landscape;margin:18mm 12mm;@top-center{${set(exempt)}}@bottom-center{${set(exempt)}}}
.on-exempt{page:exempt}
.wide{page:wide}
.on-exempt .wide{page:exempt-wide}
.wide table{font-size:7pt}
.wide th,.wide td{padding:2pt 2pt}
body{font-size:10.5pt}
.skip,details{display:none}
.wrap{max-width:none;padding:0}
header,footer{display:none}
.short{break-inside:avoid}
h2,h3{break-after:avoid}
section.appendix{break-before:page}
tr,figure{break-inside:avoid}
thead{display:table-header-group}
.scroll{overflow:visible}
a{color:inherit;text-decoration:none}
}
`.replace(/\n/g, '');
}
