import type { SafeColumn, SafeRows } from './safe-rows.ts';
import { MISSING, MISSING_LABELS } from './variables.ts';

const quoted = (text: string): string => `'${text.replaceAll("'", "''").replaceAll(/\s+/g, ' ').slice(0, 255)}'`;

/** SPSS syntax that reads the CSV of the same name and labels it; names with capitals or spaces do not occur. */
export function spssSyntax({ columns, title, language, isWeighted }: SafeRows, csvName: string): string {
  const numeric = columns.filter(({ type }) => type === 'numeric');
  const coded = columns.filter(({ values, type }) => type === 'numeric' && values.length > 0);
  return [
    `* ${title.replaceAll(/\s+/g, ' ')}.`,
    'SET UNICODE=ON.',
    'GET DATA',
    '  /TYPE=TXT',
    `  /FILE=${quoted(csvName)}`,
    "  /ENCODING='UTF8'",
    '  /DELCASE=LINE',
    "  /DELIMITERS=','",
    `  /QUALIFIER='"'`,
    '  /ARRANGEMENT=DELIMITED',
    '  /FIRSTCASE=2',
    '  /VARIABLES=',
    ...columns.map(({ name, type }) => `    ${name} ${type === 'numeric' ? 'F12.6' : 'A2000'}`),
    '  .',
    'VARIABLE LABELS',
    ...columns.map(({ name, label }) => `  ${name} ${quoted(label)}`),
    '  .',
    'VALUE LABELS',
    ...coded.map(
      ({ name, values }) =>
        `  /${name}${[...values, ...MISSING_LABELS[language]].map(({ code, label }) => `\n    ${code} ${quoted(label).slice(0, 122)}`).join('')}`,
    ),
    '  .',
    `MISSING VALUES ${numeric.map(({ name }) => name).join(' ')} (${Object.values(MISSING).join(', ')}).`,
    ...(isWeighted ? ['WEIGHT BY weight.'] : []),
    'EXECUTE.',
    '',
  ].join('\n');
}

/** The codebook as JSON, after the words of DDI: study, file, variables with their categories and frequencies. */
export function codebookJson(data: SafeRows): object {
  return {
    codeBook: {
      version: '2.5',
      lang: data.language,
      stdyDscr: { titl: data.title, cases: data.rows, leftOut: data.leftOut, weighted: data.isWeighted },
      dataDscr: data.columns.map((variable) => ({
        name: variable.name,
        labl: variable.label,
        intrvl: variable.type === 'numeric' && variable.values.length === 0 ? 'contin' : 'discrete',
        varFormat: variable.type === 'numeric' ? 'numeric' : 'character',
        ...(variable.question ? { qstn: variable.question } : {}),
        invalrng: variable.type === 'numeric' ? Object.values(MISSING) : [],
        hidden: variable.cells.filter((cell) => cell === MISSING.hidden).length,
        catgry: variable.values.map(({ code, label }) => ({ catValu: code, labl: label })),
      })),
    },
  };
}

const xml = (text: string): string =>
  text
    .replaceAll(
      /[&<>"']/g,
      (mark) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' })[mark] ?? mark,
    )
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD]/gu, '');

/** DDI Codebook 2.5. */
export function ddiXml({ title, language, columns, rows, leftOut, isWeighted }: SafeRows): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<codeBook version="2.5" xmlns="ddi:codebook:2_5" xml:lang="${language}">
<stdyDscr><citation><titlStmt><titl>${xml(title)}</titl></titlStmt></citation></stdyDscr>
<fileDscr ID="data"><fileTxt><dimensns><caseQnty>${rows}</caseQnty><varQnty>${columns.length}</varQnty></dimensns></fileTxt><notes>${leftOut} complete answers were left out by lot; values coded ${MISSING.hidden} are hidden so that nobody is recognised.</notes></fileDscr>
<dataDscr>
${columns.map((column) => ddiVariable(column, isWeighted)).join('\n')}
</dataDscr>
</codeBook>
`;
}

function ddiVariable({ name, label, type, values, question }: SafeColumn, weighted: boolean): string {
  const isWeight = weighted && name === 'weight' ? ' wgt="wgt"' : '';
  const categories = values
    .map(({ code, label: words }) => `<catgry><catValu>${code}</catValu><labl>${xml(words)}</labl></catgry>`)
    .join('');
  const missing =
    type === 'numeric'
      ? `<invalrng>${Object.values(MISSING)
          .map((code) => `<item VALUE="${code}"/>`)
          .join('')}</invalrng>`
      : '';
  return `<var ID="${name}" name="${name}" files="data" intrvl="${type === 'numeric' && values.length === 0 ? 'contin' : 'discrete'}"${isWeight}><labl>${xml(label)}</labl>${
    question ? `<qstn><qstnLit>${xml(question)}</qstnLit></qstn>` : ''
  }${missing}${categories}<varFormat type="${type === 'numeric' ? 'numeric' : 'character'}"/></var>`;
}
