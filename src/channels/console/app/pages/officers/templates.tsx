import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api.ts';
import type { components } from '../../api-types.ts';
import { Empty, ErrorNote, Icon, Skeleton } from '../../bits.tsx';
import type { PageProps } from '../../page-props.ts';
import { PageTitle } from '../../shell.tsx';
import { useTexts } from '../../texts.tsx';
import '../../styles/lists.css';
import '../../styles/officers.css';
import '../../styles/panel.css';
import { TemplateForm } from './template-form.tsx';

export type Template = components['schemas']['Template'];

export const useTemplates = () =>
  useQuery({ queryKey: ['templates'], queryFn: () => answered(api.GET('/api/v1/templates')) });

/** Words a body uses again: who proposed them, who approved them, how often they were sent and what citizens said. */
export function TemplatesPage({ me }: PageProps) {
  const { t } = useTexts();
  const templates = useTemplates();
  const [edited, setEdited] = useState<Template | 'new' | null>(null);
  const items = (templates.data?.items ?? []).filter(({ state }) => state !== 'retired');
  const writes = me.role !== 'auditor';
  return (
    <>
      <div className="page-head">
        <PageTitle>{t('console-officers-templates')}</PageTitle>
        {writes && edited === null && (
          <button type="button" className="primary" onClick={() => setEdited('new')}>
            {t('console-officers-template-new')}
          </button>
        )}
      </div>
      <p className="muted page-hint">{t('console-officers-templates-hint')}</p>
      <ErrorNote error={templates.error} />
      {edited !== null && (
        <TemplateForm
          me={me}
          template={edited === 'new' ? null : edited}
          variables={templates.data?.variables ?? []}
          onClose={() => setEdited(null)}
        />
      )}
      {templates.isPending && <Skeleton rows={4} height="5rem" />}
      {templates.data && items.length === 0 && edited === null && (
        <Empty title={t('console-officers-templates-empty')}>{t('console-officers-templates-empty-hint')}</Empty>
      )}
      <ul className="cards">
        {items.map((template) => (
          <TemplateCard
            key={template.id}
            template={template}
            mayApprove={
              me.role === 'operator' || (me.role === 'supervisor' && template.agency?.code === me.agency?.code)
            }
            mayWrite={writes && (me.role === 'operator' || template.agency !== null)}
            onEdit={() => setEdited(template)}
          />
        ))}
      </ul>
    </>
  );
}

interface CardProps {
  readonly template: Template;
  readonly mayApprove: boolean;
  readonly mayWrite: boolean;
  onEdit(): void;
}

function TemplateCard({ template, mayApprove, mayWrite, onEdit }: CardProps) {
  const { t, name, language } = useTexts();
  const client = useQueryClient();
  const decide = useMutation({
    mutationFn: (act: 'approve' | 'retire') => {
      const params = { path: { templateId: template.id } };
      return answered(
        act === 'approve'
          ? api.POST('/api/v1/templates/{templateId}/approve', { params })
          : api.POST('/api/v1/templates/{templateId}/retire', { params }),
      );
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['templates'] }),
  });
  return (
    <li className="card template">
      <header>
        <strong>{name(template.name)}</strong>
        <span className="chips">
          <span className="chip">{t(`console-officers-use-${template.use}`)}</span>
          <span className={template.state === 'approved' ? 'chip good' : 'chip strong'}>
            {t(`console-officers-state-${template.state}`)}
          </span>
          {template.agency === null && <span className="chip">{t('console-officers-for-all')}</span>}
          {(template.takes || template.note) && <span className="chip">{t('console-officers-macro')}</span>}
        </span>
      </header>
      <p className="words" lang={language}>
        {template.body[language]}
      </p>
      <p className="muted">
        {[
          template.topic && t('console-officers-topic-of', { topic: template.topic }),
          t('console-officers-by', { name: template.createdBy }),
          template.decidedBy && t('console-officers-approved-by', { name: template.decidedBy }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <TemplateFigures template={template} />
      <ErrorNote error={decide.error} />
      <div className="panel-acts">
        {mayApprove && template.state === 'draft' && (
          <button
            type="button"
            className="primary"
            disabled={decide.isPending}
            onClick={() => decide.mutate('approve')}
          >
            <Icon name="check" /> {t('console-officers-approve')}
          </button>
        )}
        {mayWrite && (
          <button type="button" onClick={onEdit}>
            {t('console-officers-edit')}
          </button>
        )}
        {mayApprove && (
          <button type="button" disabled={decide.isPending} onClick={() => decide.mutate('retire')}>
            {t('console-officers-retire')}
          </button>
        )}
      </div>
    </li>
  );
}

/** Three figures and the silent rest, never one: a template can be used often and help nobody. */
function TemplateFigures({ template }: { template: Template }) {
  const { t } = useTexts();
  const { uses, resolved, partly, unresolved, disputed } = template;
  if (uses === 0) return <p className="muted">{t('console-officers-unused')}</p>;
  return (
    <p className="figures-line">
      {t('console-officers-figures', {
        uses,
        resolved,
        partly,
        unresolved,
        disputed,
        silent: uses - resolved - partly - unresolved,
      })}
    </p>
  );
}
