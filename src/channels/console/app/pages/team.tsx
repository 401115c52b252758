import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { answered, api, type Me, type Staff } from '../api.ts';
import { Empty, ErrorNote, Skeleton } from '../bits.tsx';
import { Field } from '../case/form-parts.tsx';
import { PageTitle } from '../shell.tsx';
import { ClosingCard, EditPerson, LeavesCard } from './officers/leaves-card.tsx';
import { PersonSessions } from './officers/person-sessions.tsx';
import '../styles/lists.css';
import '../styles/officers.css';
import '../styles/panel.css';
import { LANGUAGES, type Language, useTexts } from '../texts.tsx';

const ROLES = ['officer', 'supervisor', 'operator', 'monitor', 'auditor', 'confidant'] as const;

export function TeamPage({ me }: { me: Me }) {
  const { t } = useTexts();
  const team = useQuery({ queryKey: ['staff'], queryFn: () => answered(api.GET('/api/v1/staff')) });
  const [link, setLink] = useState<string | null>(null);
  const manages = me.role === 'supervisor' || me.role === 'operator';
  return (
    <>
      <PageTitle>{t('console-nav-team')}</PageTitle>
      {link && <LinkOnce link={link} />}
      <div className="team-cards">
        <ClosingCard />
        {me.role !== 'auditor' && team.data && me.agency && <LeavesCard me={me} people={team.data.items} />}
      </div>
      {manages && <Invite me={me} onLink={setLink} />}
      <ErrorNote error={team.error} />
      {team.isPending && <Skeleton rows={5} />}
      {team.data?.items.length === 0 && <Empty title={t('console-team-empty')} />}
      {team.data && team.data.items.length > 0 && (
        <People people={team.data.items} me={me} manages={manages} onLink={setLink} />
      )}
    </>
  );
}

function LinkOnce({ link }: { link: string }) {
  const { t } = useTexts();
  return (
    <section className="card link-once" role="status">
      <p>{t('console-link-once')}</p>
      <input readOnly value={link} aria-label={t('console-link')} onFocus={({ target }) => target.select()} />
    </section>
  );
}

interface PeopleProps {
  readonly people: readonly Staff[];
  readonly me: Me;
  readonly manages: boolean;
  onLink(link: string): void;
}

function People({ people, me, manages, onLink }: PeopleProps) {
  const { t, name } = useTexts();
  const client = useQueryClient();
  const act = useMutation({
    mutationFn: async ({ id, what }: { id: string; what: 'link' | 'deactivate' | 'reactivate' }) => {
      const params = { path: { staffId: id } };
      if (what === 'link') onLink((await answered(api.POST('/api/v1/staff/{staffId}/link', { params }))).link);
      else if (what === 'deactivate') await answered(api.POST('/api/v1/staff/{staffId}/deactivate', { params }));
      else await answered(api.POST('/api/v1/staff/{staffId}/reactivate', { params }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['staff'] }),
  });
  const [edited, setEdited] = useState<string | null>(null);
  const [watched, setWatched] = useState<string | null>(null);
  return (
    <>
      <ErrorNote error={act.error} />
      <ul className="people">
        {people.map((person) => (
          <li key={person.id} className={person.state === 'deactivated' ? 'card person off' : 'card person'}>
            <div>
              <strong>
                {person.givenName} {person.familyName}
              </strong>{' '}
              {person.state !== 'active' && <span className="chip">{t(`console-staff-${person.state}`)}</span>}
              <div className="muted">
                {[
                  t(`console-role-${person.role}`),
                  me.agency === null && person.agency && name(person.agency.name),
                  person.email,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </div>
            </div>
            <span className="muted">{t('console-workload', { count: person.openTickets })}</span>
            {manages && person.id !== me.id && (
              <div className="person-acts">
                {person.state !== 'deactivated' && (
                  <button type="button" onClick={() => act.mutate({ id: person.id, what: 'link' })}>
                    {t('console-staff-link')}
                  </button>
                )}
                <button
                  type="button"
                  aria-expanded={watched === person.id}
                  onClick={() => setWatched(watched === person.id ? null : person.id)}
                >
                  {t('console-officers-sessions')}
                </button>
                <button type="button" onClick={() => setEdited(edited === person.id ? null : person.id)}>
                  {t('console-officers-person-edit')}
                </button>
                <button
                  type="button"
                  onClick={() =>
                    act.mutate({ id: person.id, what: person.state === 'deactivated' ? 'reactivate' : 'deactivate' })
                  }
                >
                  {t(person.state === 'deactivated' ? 'console-staff-reactivate' : 'console-staff-deactivate')}
                </button>
              </div>
            )}
            {watched === person.id && <PersonSessions staffId={person.id} />}
            {edited === person.id && <EditPerson person={person} me={me} onClose={() => setEdited(null)} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function Invite({ me, onLink }: { me: Me; onLink(link: string): void }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [givenName, setGivenName] = useState('');
  const [familyName, setFamilyName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<(typeof ROLES)[number]>('officer');
  const [agency, setAgency] = useState(me.agency?.code ?? '');
  const [language, setLanguage] = useState<Language>('kk');
  const isBodyRole = role === 'officer' || role === 'supervisor';
  const invite = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/api/v1/staff', {
          body: { givenName, familyName, email, role, language, agencyCode: isBodyRole ? agency : null },
        }),
      ),
    onSuccess: ({ link }) => {
      onLink(link);
      setGivenName('');
      setFamilyName('');
      setEmail('');
      return client.invalidateQueries({ queryKey: ['staff'] });
    },
  });
  const roles = me.role === 'operator' ? ROLES : ROLES.slice(0, 2);
  return (
    <details className="card invite">
      <summary>{t('console-invite')}</summary>
      <form
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          invite.mutate();
        }}
      >
        <div className="fields">
          <Field label={t('console-given-name')} value={givenName} required onChange={setGivenName} />
          <Field label={t('console-family-name')} value={familyName} required onChange={setFamilyName} />
          <Field label={t('console-email')} value={email} required onChange={setEmail} />
          <label className="field">
            <span>{t('console-role')}</span>
            <select value={role} onChange={({ target }) => setRole(target.value as typeof role)}>
              {roles.map((one) => (
                <option key={one} value={one}>
                  {t(`console-role-${one}`)}
                </option>
              ))}
            </select>
          </label>
          <label className="field">
            <span>{t('console-language')}</span>
            <select value={language} onChange={({ target }) => setLanguage(target.value as Language)}>
              {LANGUAGES.map((one) => (
                <option key={one} value={one}>
                  {t(`console-language-${one}`)}
                </option>
              ))}
            </select>
          </label>
          {isBodyRole && me.agency === null && (
            <Field label={t('console-agency-code')} value={agency} required onChange={setAgency} />
          )}
        </div>
        <ErrorNote error={invite.error} kept />
        <button type="submit" className="primary" disabled={invite.isPending}>
          {t('console-invite-act')}
        </button>
      </form>
    </details>
  );
}
