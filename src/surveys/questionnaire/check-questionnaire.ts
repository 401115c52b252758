import type { Language } from '../../kernel/language.ts';
import { type Condition, questionsIn } from './condition.ts';
import { END, type Question, type Questionnaire, questionsOf } from './questionnaire.ts';
import { pipesIn } from './wording.ts';
import type { Words } from './words.ts';

/** Something that must be put right before the questionnaire can be used. */
export interface QuestionnaireProblem {
  readonly code:
    | 'duplicate_key'
    | 'unknown_question'
    | 'refers_forward'
    | 'jumps_back'
    | 'unknown_option'
    | 'words_missing'
    | 'range_empty'
    | 'pipe_needs_otherwise';
  /** Where: `blocks.services.questions.speed.options.fast.label`. */
  readonly path: string;
  readonly language?: Language;
}

/** Structure, references and completeness of languages. An empty list means it can be approved. */
export function checkQuestionnaire(questionnaire: Questionnaire): QuestionnaireProblem[] {
  return [
    ...duplicates(questionnaire),
    ...references(questionnaire),
    ...ranges(questionnaire),
    ...missingWords(questionnaire),
  ];
}

function duplicates(questionnaire: Questionnaire): QuestionnaireProblem[] {
  const problems: QuestionnaireProblem[] = [];
  const look = (keys: readonly string[], path: string) => {
    for (const key of new Set(keys.filter((key, index) => keys.indexOf(key) !== index)))
      problems.push({ code: 'duplicate_key', path: `${path}.${key}` });
  };
  look(
    questionnaire.blocks.map(({ key }) => key),
    'blocks',
  );
  look(
    questionsOf(questionnaire).map(({ key }) => key),
    'questions',
  );
  look(
    questionnaire.quotas.map(({ key }) => key),
    'quotas',
  );
  for (const question of questionsOf(questionnaire)) {
    if ('options' in question)
      look(
        question.options.map(({ key }) => key),
        `questions.${question.key}.options`,
      );
    look(['a', ...question.wordings.map(({ key }) => key)], `questions.${question.key}.wordings`);
    if (question.type === 'matrix') {
      look(
        question.rows.map(({ key }) => key),
        `questions.${question.key}.rows`,
      );
      look(
        question.columns.map(({ key }) => key),
        `questions.${question.key}.columns`,
      );
    }
  }
  return problems;
}

/** Keys that every respondent has met before this question, whatever the lot says. */
function earlierThan(questionnaire: Questionnaire, question: Question): ReadonlySet<string> {
  const earlier = new Set<string>();
  for (const block of questionnaire.blocks) {
    const at = block.questions.indexOf(question);
    if (at >= 0) {
      if (!block.randomise) for (const other of block.questions.slice(0, at)) earlier.add(other.key);
      return earlier;
    }
    if (!questionnaire.randomiseBlocks) for (const other of block.questions) earlier.add(other.key);
  }
  return earlier;
}

function references(questionnaire: Questionnaire): QuestionnaireProblem[] {
  const problems: QuestionnaireProblem[] = [];
  const byKey = new Map(questionsOf(questionnaire).map((question) => [question.key, question]));
  const look = (condition: Condition | undefined, path: string, earlier: ReadonlySet<string> | null) => {
    if (!condition) return;
    for (const key of questionsIn(condition)) {
      if (!byKey.has(key)) problems.push({ code: 'unknown_question', path: `${path}.${key}` });
      else if (earlier && !earlier.has(key)) problems.push({ code: 'refers_forward', path: `${path}.${key}` });
    }
    for (const [question, option] of namedOptions(condition))
      if (!hasOption(byKey.get(question), option))
        problems.push({ code: 'unknown_option', path: `${path}.${question}.${option}` });
  };
  for (const question of byKey.values()) {
    const path = `questions.${question.key}`;
    const earlier = earlierThan(questionnaire, question);
    look(question.when, `${path}.when`, earlier);
    if ('options' in question)
      for (const option of question.options) look(option.when, `${path}.options.${option.key}.when`, earlier);
    for (const { when, to } of question.goTo) {
      look(when, `${path}.goTo`, new Set([...earlier, question.key]));
      const target = byKey.get(to);
      if (to === END) continue;
      if (!target) problems.push({ code: 'unknown_question', path: `${path}.goTo.${to}` });
      else if (!earlierThan(questionnaire, target).has(question.key))
        problems.push({ code: 'jumps_back', path: `${path}.goTo.${to}` });
    }
    for (const [language, text] of Object.entries(question.text))
      for (const { question: key, otherwise } of pipesIn(text ?? '')) {
        const source = byKey.get(key);
        const at = { path: `${path}.text`, language: language as Language };
        if (!source) problems.push({ code: 'unknown_question', ...at });
        else if (!earlier.has(key)) problems.push({ code: 'refers_forward', ...at });
        else if (otherwise === null && (!source.required || source.preferNotToSay || source.when))
          problems.push({ code: 'pipe_needs_otherwise', ...at });
      }
  }
  for (const quota of questionnaire.quotas) look(quota.when, `quotas.${quota.key}.when`, null);
  return problems;
}

function namedOptions(condition: Condition): [string, string][] {
  if ('all' in condition) return condition.all.flatMap(namedOptions);
  if ('any' in condition) return condition.any.flatMap(namedOptions);
  if ('not' in condition) return namedOptions(condition.not);
  return 'is' in condition ? condition.is.map((option) => [condition.question, option]) : [];
}

function hasOption(question: Question | undefined, option: string): boolean {
  if (!question) return true;
  if (option === 'declined') return question.preferNotToSay;
  if (option === 'other') return 'other' in question && question.other;
  return 'options' in question && question.options.some(({ key }) => key === option);
}

function ranges(questionnaire: Questionnaire): QuestionnaireProblem[] {
  return questionsOf(questionnaire).flatMap((question): QuestionnaireProblem[] => {
    const path = `questions.${question.key}`;
    switch (question.type) {
      case 'scale':
        return question.to - question.from < 1 ? [{ code: 'range_empty', path }] : [];
      case 'number':
      case 'date':
        return question.min !== undefined && question.max !== undefined && question.min > question.max
          ? [{ code: 'range_empty', path }]
          : [];
      case 'multiple':
        return question.atMost !== undefined && question.atMost < question.atLeast
          ? [{ code: 'range_empty', path }]
          : [];
      default:
        return [];
    }
  });
}

function missingWords(questionnaire: Questionnaire): QuestionnaireProblem[] {
  return everyWords(questionnaire).flatMap(({ path, words }) =>
    questionnaire.languages
      .filter((language) => !words[language])
      .map((language) => ({ code: 'words_missing' as const, path, language })),
  );
}

/** Every sentence a respondent may read, with its place. */
export function everyWords(questionnaire: Questionnaire): { path: string; words: Words }[] {
  const { title, intro, consent, thanks, blocks, quotas } = questionnaire;
  const found = [
    ...Object.entries({ title, intro, consent, thanks }).map(([path, words]) => ({ path, words })),
    ...quotas.map(({ key, label }) => ({ path: `quotas.${key}.label`, words: label })),
  ];
  for (const block of blocks) {
    if (block.title) found.push({ path: `blocks.${block.key}.title`, words: block.title });
    for (const question of block.questions) found.push(...wordsOfQuestion(question));
  }
  return found;
}

function wordsOfQuestion(question: Question): { path: string; words: Words }[] {
  const path = `questions.${question.key}`;
  const labelled = (name: string, items: readonly { key: string; label: Words }[]) =>
    items.map(({ key, label }) => ({ path: `${path}.${name}.${key}.label`, words: label }));
  return [
    { path: `${path}.text`, words: question.text },
    ...(question.hint ? [{ path: `${path}.hint`, words: question.hint }] : []),
    ...question.wordings.map(({ key, text }) => ({ path: `${path}.wordings.${key}`, words: text })),
    ...('options' in question ? labelled('options', question.options) : []),
    ...(question.type === 'matrix'
      ? [...labelled('rows', question.rows), ...labelled('columns', question.columns)]
      : []),
    ...(question.type === 'scale'
      ? [
          { path: `${path}.low`, words: question.low },
          { path: `${path}.high`, words: question.high },
        ]
      : []),
  ];
}
