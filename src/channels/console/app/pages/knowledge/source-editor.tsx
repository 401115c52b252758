import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { answered, api, type Me, newIdempotencyKey } from '../../api.ts';
import { ErrorNote, Skeleton } from '../../bits.tsx';
import { Field } from '../../case/form-parts.tsx';
import { AgencyPicker } from '../../case/redirect-panel.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import '../../styles/panel.css';
import '../../styles/knowledge.css';
import { useTexts } from '../../texts.tsx';
import { AnswerPreview } from './answer-preview.tsx';
import { LanguageFields } from './language-fields.tsx';
import { sourceKey } from './source.tsx';
import type { SourceForm } from './source-text.tsx';
import { TopicsField } from './topics-field.tsx';

const KINDS = ['faq', 'article', 'service_card'] as const;
const EMPTY_TEXT = { title: '', body: '', card: null, synonyms: [], references: [] };
const hasKazakh = (words: string): boolean => /[әғқңөұүһі]/i.test(words);
const inAYear = (today: string): string =>
  `${Number(today.slice(0, 4)) + 1}${today.slice(4).replace('-02-29', '-02-28')}`;

const emptyForm = (me: Me, title: string): SourceForm => ({
  kind: 'faq',
  owner: me.agency?.code ?? '',
  topics: [],
  validFrom: me.today,
  validUntil: null,
  reviewOn: inAYear(me.today),
  sourceOn: me.today,
  texts: {
    kk: { ...EMPTY_TEXT, title: hasKazakh(title) ? title : '' },
    ru: { ...EMPTY_TEXT, title: hasKazakh(title) ? '' : title },
    en: null,
  },
});

/** A new source, or the next version of one: Kazakh and Russian side by side, English below. */
export function SourceEditorPage({ me, params }: PageProps) {
  const id = params['sourceId'];
  const source = useQuery({
    queryKey: sourceKey(id ?? ''),
    enabled: id !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      answered(api.GET('/api/v1/knowledge/sources/{sourceId}', { params: { path: { sourceId: id ?? '' } } })),
  });
  const wanted = new URLSearchParams(useSearch());
  const ticketId = wanted.get('ticket');
  if (id === undefined)
    return ticketId === null ? (
      <Editor me={me} id={null} gapId={wanted.get('gap')} first={emptyForm(me, wanted.get('title') ?? '')} />
    ) : (
      <FromAnswer me={me} ticketId={ticketId} />
    );
  if (source.error) return <ErrorNote error={source.error} />;
  const newest = source.data?.versions[0];
  if (!newest) return <Skeleton rows={4} height="6rem" />;
  return <Editor me={me} id={id} first={newest.form} />;
}

/** The officer's own answer, without its people, in the language it was given in. */
function FromAnswer({ me, ticketId }: { me: Me; ticketId: string }) {
  const draft = useQuery({
    queryKey: ['knowledge', 'draft', ticketId],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => answered(api.GET('/api/v1/tickets/{ticketId}/knowledge-draft', { params: { path: { ticketId } } })),
  });
  if (draft.error) return <ErrorNote error={draft.error} />;
  if (!draft.data) return <Skeleton rows={4} height="6rem" />;
  const { title, body, language, owner } = draft.data;
  const empty = emptyForm(me, '');
  const texts = { ...empty.texts, [language]: { ...EMPTY_TEXT, title, body } };
  return <Editor me={me} id={null} isFromCase first={{ ...empty, owner, texts }} />;
}

interface EditorProps {
  readonly me: Me;
  readonly id: string | null;
  /** The gathered questions it answers. */
  readonly gapId?: string | null;
  readonly isFromCase?: boolean;
  readonly first: SourceForm;
}

function Editor({ me, id, gapId = null, isFromCase = false, first }: EditorProps) {
  const { t } = useTexts();
  const [, go] = useLocation();
  const client = useQueryClient();
  const [form, setForm] = useState(first);
  const change = (part: Partial<SourceForm>): void => setForm((before) => ({ ...before, ...part }));
  const save = useMutation({
    mutationFn: (submit: boolean) => {
      const body = { form, submit };
      const request = { headers: { 'idempotency-key': newIdempotencyKey() }, body };
      return id === null
        ? answered(
            api.POST('/api/v1/knowledge/sources', {
              ...request,
              body: { ...body, gapId, origin: isFromCase ? 'case_answer' : 'written' },
            }),
          )
        : answered(api.PUT('/api/v1/knowledge/sources/{sourceId}', { ...request, params: { path: { sourceId: id } } }));
    },
    onSuccess: async ({ sourceId }) => {
      await client.invalidateQueries({ queryKey: ['knowledge'] });
      go(`/knowledge/${sourceId}`);
    },
  });
  return (
    <>
      <PageTitle>{id === null ? t('console-knowledge-new') : t('console-knowledge-edit')}</PageTitle>
      {isFromCase && <p className="source-facts warning">{t('console-knowledge-from-case')}</p>}
      <form
        className="source-form"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          save.mutate(true);
        }}
      >
        <About form={form} isNew={id === null} isOperator={me.role === 'operator'} onChange={change} />
        <div className="columns">
          {(['kk', 'ru', 'en'] as const).map((language) => (
            <LanguageFields
              key={language}
              language={language}
              kind={form.kind}
              text={form.texts[language] ?? EMPTY_TEXT}
              isWide={language === 'en'}
              onChange={(text) => setForm((before) => ({ ...before, texts: { ...before.texts, [language]: text } }))}
            />
          ))}
        </div>
        <AnswerPreview form={form} />
        <ErrorNote error={save.error} kept />
        <div className="form-acts">
          <button type="submit" className="primary" disabled={save.isPending}>
            {t('console-knowledge-submit')}
          </button>
          <button type="button" disabled={save.isPending} onClick={() => save.mutate(false)}>
            {t('console-knowledge-save-draft')}
          </button>
          <button type="button" onClick={() => go(id === null ? '/knowledge' : `/knowledge/${id}`)}>
            {t('console-cancel')}
          </button>
        </div>
      </form>
    </>
  );
}

interface AboutProps {
  readonly form: SourceForm;
  readonly isNew: boolean;
  readonly isOperator: boolean;
  onChange(part: Partial<SourceForm>): void;
}

function About({ form, isNew, isOperator, onChange }: AboutProps) {
  const { t } = useTexts();
  return (
    <div className="card fields">
      <label className="field">
        <span>{t('console-knowledge-kind')}</span>
        <select value={form.kind} onChange={({ target }) => onChange({ kind: target.value as SourceForm['kind'] })}>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`console-knowledge-kind-${kind}`)}
            </option>
          ))}
        </select>
      </label>
      {isNew && isOperator && (
        <AgencyPicker label={t('console-knowledge-owner')} onChoose={(code) => onChange({ owner: code ?? '' })} />
      )}
      <TopicsField chosen={form.topics} onChange={(topics) => onChange({ topics })} />
      <Field
        label={t('console-knowledge-valid-from')}
        type="date"
        value={form.validFrom}
        required
        onChange={(validFrom) => onChange({ validFrom })}
      />
      <Field
        label={t('console-knowledge-valid-to')}
        type="date"
        value={form.validUntil ?? ''}
        onChange={(on) => onChange({ validUntil: on || null })}
      />
      <Field
        label={t('console-knowledge-review-next')}
        type="date"
        value={form.reviewOn}
        required
        onChange={(reviewOn) => onChange({ reviewOn })}
      />
      <Field
        label={t('console-knowledge-source-on')}
        type="date"
        value={form.sourceOn}
        required
        onChange={(sourceOn) => onChange({ sourceOn })}
      />
    </div>
  );
}
