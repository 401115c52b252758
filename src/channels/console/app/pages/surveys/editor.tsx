import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api.ts';
import { ErrorNote } from '../../bits.tsx';
import { useTexts } from '../../texts.tsx';
import { WordsField } from '../../words-field.tsx';
import { edit } from './editing.ts';
import { Tick } from './form-bits.tsx';
import { Library, libraryKey } from './library.tsx';
import { cleaned, freeKey, type Question, type Questionnaire, questionOf, questionsOf } from './model.ts';
import { PreviewPane } from './preview-pane.tsx';
import { nextQuestionKey, QuestionCard } from './question-card.tsx';
import { wordsOf } from './question-name.ts';
import { QuotaList } from './quota-list.tsx';
import { questionOfPath, type Review, ReviewPanel } from './review-panel.tsx';
import { useSlowly } from './use-slowly.ts';

interface Props {
  readonly agency: string;
  readonly questionnaire: Questionnaire;
  readonly firstReview: Review;
  onChange(questionnaire: Questionnaire): void;
}

/** Questions on the left, the chat and the review on the right; the same questionnaire in all languages at once. */
export function Editor({ agency, questionnaire, firstReview, onChange }: Props) {
  const { t, language } = useTexts();
  const client = useQueryClient();
  const [open, setOpen] = useState<string | null>(questionsOf(questionnaire)[0]?.key ?? null);
  const asked = useSlowly(questionnaire);
  const review = useQuery({
    queryKey: ['survey-review', asked],
    queryFn: () => answered(api.POST('/api/v1/survey-drafts/review', { body: { questionnaire: cleaned(asked) } })),
    placeholderData: (before) => before ?? firstReview,
    retry: false,
  });
  const keep = useMutation({
    mutationFn: (question: Question) =>
      answered(
        api.POST('/api/v1/survey-library', {
          body: {
            agency,
            name: wordsOf(question.text, language) || question.key,
            question: { ...cleaned(question), goTo: [], when: undefined },
          },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: libraryKey(agency) }),
  });
  const found = review.data ?? firstReview;
  const all = questionsOf(questionnaire);
  const countOf = (list: readonly { path: string }[], key: string): number =>
    list.filter(({ path }) => questionOfPath(path) === key).length;
  const go = (key: string | null): void => {
    setOpen(key);
    requestAnimationFrame(() =>
      document.getElementById(key ? `question-${key}` : 'survey-words')?.scrollIntoView({ block: 'center' }),
    );
  };
  const append = (blockKey: string, question: Question): void => {
    const key = nextQuestionKey(all);
    onChange(edit.add(questionnaire, blockKey, { ...question, key }));
    setOpen(key);
  };
  const put = (part: Partial<Questionnaire>) => onChange({ ...questionnaire, ...part });

  return (
    <div className="survey-editor">
      <div className="survey-questions">
        <section className="card survey-words" id="survey-words">
          <WordsField
            label={t('console-survey-title')}
            words={questionnaire.title}
            rows={1}
            onChange={(title) => put({ title })}
          />
          <details>
            <summary>{t('console-survey-around')}</summary>
            <WordsField
              label={t('console-survey-intro')}
              words={questionnaire.intro}
              onChange={(intro) => put({ intro })}
            />
            <WordsField
              label={t('console-survey-consent')}
              hint={t('console-survey-consent-hint')}
              words={questionnaire.consent}
              onChange={(consent) => put({ consent })}
            />
            <WordsField
              label={t('console-survey-thanks')}
              words={questionnaire.thanks}
              onChange={(thanks) => put({ thanks })}
            />
          </details>
        </section>
        {questionnaire.blocks.map((block, blockIndex) => (
          <section key={block.key} className="survey-block">
            {questionnaire.blocks.length > 1 && (
              <h2 className="section-title">{t('console-survey-block', { number: blockIndex + 1 })}</h2>
            )}
            <ol>
              {block.questions.map((question, index) => {
                const at = all.findIndex(({ key }) => key === question.key);
                return (
                  <QuestionCard
                    key={`${block.key}-${at}`}
                    question={question}
                    number={at + 1}
                    isOpen={open === question.key}
                    isFirst={index === 0}
                    isLast={index === block.questions.length - 1}
                    earlier={all.slice(0, at)}
                    later={all.slice(at + 1)}
                    problems={countOf(found.problems, question.key)}
                    warnings={countOf(found.warnings, question.key)}
                    onOpen={() => setOpen(open === question.key ? null : question.key)}
                    onChange={(after) => onChange(edit.change(questionnaire, block.key, question.key, after))}
                    onRename={(key) => {
                      const after = edit.rename(questionnaire, question.key, key);
                      if (after !== questionnaire) setOpen(key);
                      onChange(after);
                    }}
                    onMove={(by) => onChange(edit.move(questionnaire, block.key, question.key, by))}
                    onCopy={() => onChange(edit.copy(questionnaire, block.key, question.key))}
                    onKeep={() => keep.mutate(question)}
                    onRemove={() => onChange(edit.remove(questionnaire, block.key, question.key))}
                  />
                );
              })}
            </ol>
            <div className="row-of-fields">
              <button
                type="button"
                className="add"
                onClick={() => append(block.key, questionOf('single', nextQuestionKey(all)))}
              >
                + {t('console-survey-add-question')}
              </button>
              <Tick
                label={t('console-survey-randomise-questions')}
                checked={block.randomise}
                onChange={(randomise) =>
                  put({
                    blocks: questionnaire.blocks.map((one) => (one.key === block.key ? { ...one, randomise } : one)),
                  })
                }
              />
            </div>
          </section>
        ))}
        <ErrorNote error={keep.error} />
        {keep.isSuccess && <p className="told">{t('console-survey-kept')}</p>}
        <section className="card">
          <details>
            <summary>{t('console-survey-library')}</summary>
            <Library
              agency={agency}
              onChoose={(question) => append(questionnaire.blocks.at(-1)?.key ?? '', question)}
            />
          </details>
          <details open={questionnaire.quotas.length > 0}>
            <summary>{t('console-survey-quotas')}</summary>
            <QuotaList quotas={questionnaire.quotas} questions={all} onChange={(quotas) => put({ quotas })} />
          </details>
          <details>
            <summary>{t('console-survey-blocks')}</summary>
            <div className="row-of-fields">
              <button
                type="button"
                onClick={() => {
                  const key = freeKey(
                    questionnaire.blocks.map((block) => block.key),
                    'block',
                  );
                  const question = questionOf('single', nextQuestionKey(all));
                  put({ blocks: [...questionnaire.blocks, { key, randomise: false, questions: [question] }] });
                  setOpen(question.key);
                }}
              >
                + {t('console-survey-add-block')}
              </button>
              <Tick
                label={t('console-survey-randomise-blocks')}
                checked={questionnaire.randomiseBlocks}
                onChange={(randomiseBlocks) => put({ randomiseBlocks })}
              />
            </div>
          </details>
        </section>
      </div>
      <aside className="survey-side">
        <PreviewPane questionnaire={questionnaire} />
        <ErrorNote error={review.error} />
        <ReviewPanel review={found} onGo={go} />
      </aside>
    </div>
  );
}
