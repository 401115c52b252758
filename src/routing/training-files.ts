import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isHeldOut } from './folds.ts';
import { readFormerTopics } from './former-topics.ts';
import { Kind, type KindMessage } from './kind-classifier.ts';
import type { TopicDescription, TopicMessage } from './topic-classifier.ts';

const ONE_IN = 5;
const SPLIT_FILES = ['messages-a.tsv', 'messages-b.tsv'];
/**
 * Written after the held-out part was fixed and never held out: the first three without a look at it, the last after a
 * review that had read it, and then freed of all that came near to a held-out message.
 */
const TRAINING_FILES = ['messages-c.tsv', 'messages-d.tsv', 'messages-e.tsv', 'messages-f.tsv'];
const DESCRIPTION_FILES = ['descriptions-a.tsv', 'descriptions-b.tsv', 'keywords.tsv'];
/** A second list for measuring, written before a round of tuning: never trained on. */
const CHECK_FILES = ['check-messages.tsv'];
/** Written apart from the training messages and never used to choose anything: only reported. */
const EVALUATION_FILES = ['eval-messages.tsv', 'eval-messages-2.tsv'];
/** In a description, what follows the first semicolon says what does not belong to the topic. */
const EXCLUSIONS = /[;；].*/su;

/** Everything a jurisdiction gives the router to learn from, with the part that is kept for measuring. */
export interface TrainingSet {
  readonly training: readonly TopicMessage[];
  readonly heldOut: readonly TopicMessage[];
  /** Further messages kept for measuring alone. */
  readonly check: readonly TopicMessage[];
  /** The hand-written evaluation messages. */
  readonly cases: readonly TopicMessage[];
  readonly descriptions: readonly TopicDescription[];
  readonly kinds: readonly KindMessage[];
  readonly kindCues: readonly { readonly kind: Kind; readonly text: string }[];
  /** Words that mean one thing in the languages of the messages, one meaning a line. */
  readonly meanings: readonly string[];
  readonly groups: ReadonlyMap<string, string>;
  readonly roles: ReadonlyMap<string, string>;
  /** What a label from before a change of the tree counts as. */
  readonly presentTopic: (topic: string) => string;
}

/** Words alone: the same message with other punctuation is the same message. */
const plain = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

/** `folder` is `jurisdictions/<code>/topics`. */
export function readTrainingSet(folder: string): TrainingSet {
  const rows = (name: string): string[][] => readRows(join(folder, name));
  const former = readFormerTopics(folder);
  const presentTopic = (topic: string): string => former.get(topic) ?? topic;
  const present = <Row extends { readonly topic: string }>(row: Row): Row => ({
    ...row,
    topic: presentTopic(row.topic),
  });
  const split = readMessages(SPLIT_FILES.flatMap(rows)).map(present);
  const heldOut = split.filter(({ text }) => isHeldOut(text, ONE_IN));
  const check = readMessages(CHECK_FILES.flatMap(rows)).map(present);
  const known = new Set([...heldOut, ...check].map(({ text }) => plain(text)));
  const further = readMessages(TRAINING_FILES.flatMap(rows))
    .map(present)
    .filter(({ text }) => !known.has(plain(text)));
  const tree = rows('topics.tsv');
  const described = DESCRIPTION_FILES.flatMap(rows).flatMap(([topic = '', ...texts]) =>
    texts.map((text) => present({ topic, text: text.replace(EXCLUSIONS, '') })),
  );
  const named = tree.flatMap(([topic = '', , , ...names]) => names.map((text) => ({ topic, text })));
  return {
    training: [...split.filter(({ text }) => !isHeldOut(text, ONE_IN)), ...further],
    heldOut,
    check,
    cases: EVALUATION_FILES.flatMap(rows).map(([lang = '', text = '', topic = '']) => present({ topic, lang, text })),
    descriptions: [...named, ...described].filter(({ text }) => text.trim() !== ''),
    kinds: rows('kinds.tsv').map(([kind, lang = '', text = '']) => ({ kind: Kind.parse(kind), lang, text })),
    kindCues: rows('kind-words.tsv').flatMap(([kind, ...texts]) =>
      texts.map((text) => ({ kind: Kind.parse(kind), text })),
    ),
    meanings: rows('meanings.tsv').map((words) => words.join(' ')),
    groups: new Map(tree.map(([topic = '', group = '']) => [topic, group])),
    roles: new Map(tree.map(([topic = '', , role = '']) => [topic, role])),
    presentTopic,
  };
}

function readRows(file: string): string[][] {
  const text = readOptional(file);
  const [, ...lines] = text.split(/\r?\n/u).filter((line) => line.trim() !== '');
  return lines.map((line) => line.split('\t'));
}

/** A jurisdiction may have fewer files. */
function readOptional(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function readMessages(rows: readonly string[][]): TopicMessage[] {
  const seen = new Set<string>();
  return rows.flatMap(([topic = '', lang = '', text = '']) => {
    const known = `${topic}\t${text}`;
    if (topic === '' || text.trim() === '' || seen.has(known)) return [];
    seen.add(known);
    return [{ topic, lang, text }];
  });
}
