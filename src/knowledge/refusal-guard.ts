import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { LANGUAGES } from '../kernel/language.ts';
import { loadRecords } from './load-records.ts';
import { createRefusalReader, type RefusalExample, type RefusalModel, trainRefusals } from './refusal-classifier.ts';
import { conceptOf } from './refusal-features.ts';

const LEARNT = [
  'unanswerable_personal_legal_advice',
  'unanswerable_party_politics',
  'unanswerable_medical_advice',
  'guardrails_secret',
] as const;
export type LearntRefusal = (typeof LEARNT)[number];

const Lines = z.array(z.string().min(3));
const Examples = z.object({
  /** Tables whose last column is a message of everyday life, seen from the folder; every n-th row is learnt as allowed. */
  ordinary: z.object({ files: z.array(z.string()), every: z.number().int().min(1) }).optional(),
  concepts: z.record(z.string(), z.array(z.string().min(2))),
  slots: z.record(z.string(), Lines.or(z.array(z.string().min(1)))),
});
/** One file for each language: what is said, under what it is. */
const Said = z.record(z.enum([...LEARNT, 'allowed']), Lines);

/** How often a line with an empty place is filled; a line without one counts as often. */
const FILLS = 4;
export interface Suspicion {
  readonly status: LearntRefusal;
  /** 0 … 1: how likely it is that this must not be answered. */
  readonly probability: number;
}

/** The shape in which a build keeps what was learnt. */
const Kept = z.object({
  labels: z.array(z.enum(LEARNT).nullable()),
  features: z.array(z.string()),
  weights: z.array(z.array(z.number())),
});

const EXAMPLES = 'refusal-examples.yaml';
const SAID = 'refusal-examples';

/**
 * Judges by examples what no pattern foresees; null where a jurisdiction has no examples. Learning takes seconds, so a
 * build does it and keeps it in `kept`; without that file it is done when somebody first asks.
 */
export function loadRefusalGuard(directory: string, kept?: string): ((text: string) => Suspicion | null) | null {
  if (!existsSync(join(directory, EXAMPLES))) return null;
  let classify: ReturnType<typeof createRefusalReader> | null = null;
  const begin = (): ReturnType<typeof createRefusalReader> => {
    const model =
      kept && existsSync(kept) ? Kept.parse(JSON.parse(readFileSync(kept, 'utf8'))) : learnRefusals(directory);
    return createRefusalReader(model, conceptsOf(readExamples(directory)));
  };
  return (text) => {
    classify ??= begin();
    const { label, forbidden } = classify(text);
    const status = LEARNT.find((one) => one === label);
    return status ? { status, probability: forbidden } : null;
  };
}

function readExamples(directory: string): z.infer<typeof Examples> {
  return Examples.parse(parse(readFileSync(join(directory, EXAMPLES), 'utf8')));
}

/** Every line of every language with its label; null: may be answered. */
function linesOf(directory: string): { line: string; label: string | null }[] {
  return LANGUAGES.map((language) => join(directory, SAID, `${language}.yaml`))
    .filter((file) => existsSync(file))
    .flatMap((file) => Object.entries(Said.parse(parse(readFileSync(file, 'utf8')))))
    .flatMap(([label, lines]) => lines.map((line) => ({ line, label: label === 'allowed' ? null : label })));
}

const conceptsOf = ({ concepts }: ReturnType<typeof readExamples>) =>
  Object.entries(concepts).map(([name, beginnings]) => conceptOf(name, beginnings));

/** Learns from a folder's examples, its sources and messages of everyday life. */
export function learnRefusals(directory: string): RefusalModel {
  const read = readExamples(directory);
  const { slots, ordinary } = read;
  const taught = linesOf(directory).flatMap(({ line, label }) => filled(line, slots).map((text) => ({ text, label })));
  // What the sources themselves answer must never be refused.
  const answerable = loadRecords(directory).flatMap(({ translations }) =>
    LANGUAGES.flatMap((language) => [translations[language].title, ...translations[language].synonyms]),
  );
  const everyday = (ordinary?.files ?? [])
    .map((name) => join(directory, name))
    .filter((name) => existsSync(name))
    .flatMap((name) => readFileSync(name, 'utf8').trimEnd().split('\n').slice(1))
    .filter((_, row) => row % (ordinary?.every ?? 1) === 0)
    .map((row) => row.slice(row.lastIndexOf('\t') + 1));
  const examples: RefusalExample[] = [
    ...taught,
    ...[...answerable, ...everyday].map((text) => ({ text, label: null })),
  ];
  return trainRefusals(examples, conceptsOf(read));
}

function filled(line: string, slots: Readonly<Record<string, readonly string[]>>): string[] {
  const [seed] = [[...line].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) >>> 0, 7)];
  return Array.from({ length: FILLS }, (_, round) => {
    let place = 0;
    const text = line.replaceAll(/\{(\w+)\}/g, (_slot, name: string) => {
      const list = slots[name] ?? [];
      place += 1;
      return list[((seed ?? 0) + round * 5 + place * 3) % Math.max(1, list.length)] ?? '';
    });
    // In a chat many write without capitals, names included.
    return round === FILLS - 1 ? text.toLowerCase() : text;
  });
}
