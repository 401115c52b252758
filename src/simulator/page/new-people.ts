import { perform } from './api.ts';
import { el } from './dom.ts';
import { openDialog, toast } from './layers.ts';
import { nameOf, type Store } from './store.ts';
import { languageName, PAGE_LANGUAGES, t } from './words.ts';

function submitForm(
  title: string,
  fields: HTMLElement[],
  onSubmit: (data: FormData) => Promise<{ key?: string }>,
  onMade: (key: string) => void,
) {
  const form = el('form', { class: 'form' }, fields, el('button', { type: 'submit', class: 'primary' }, t('add')));
  const dialog = openDialog(title, form);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    onSubmit(new FormData(form)).then(
      ({ key }) => {
        dialog.close();
        if (key) onMade(key);
      },
      (error: unknown) => toast(error instanceof Error ? error.message : t('failed')),
    );
  });
}

export function newPerson(onMade: (key: string) => void): void {
  const languages = el(
    'select',
    { name: 'language' },
    PAGE_LANGUAGES.map((code) => el('option', { value: code }, languageName(code))),
  );
  const roles = el(
    'select',
    { name: 'role' },
    el('option', { value: 'citizen' }, t('a-citizen')),
    el('option', { value: 'staff' }, t('an-official')),
  );
  submitForm(
    t('new-person'),
    [
      el('label', {}, t('name'), el('input', { name: 'name', required: true, maxlength: 64, autocomplete: 'off' })),
      el('label', {}, t('language'), languages),
      el('label', {}, t('role'), roles),
    ],
    (data) =>
      perform({
        type: 'add_person',
        name: String(data.get('name')),
        language: String(data.get('language')),
        role: data.get('role') === 'staff' ? 'staff' : 'citizen',
      }),
    onMade,
  );
}

export function newGroup(store: Store, onMade: (key: string) => void): void {
  const people = store
    .people()
    .map(({ user, role }) =>
      el(
        'label',
        { class: 'check' },
        el('input', { type: 'checkbox', name: 'member', value: user.id, checked: role === 'staff' }),
        nameOf(user),
      ),
    );
  submitForm(
    t('new-group'),
    [
      el('label', {}, t('title'), el('input', { name: 'title', required: true, maxlength: 128, autocomplete: 'off' })),
      el('fieldset', {}, el('legend', {}, t('group-members')), people),
      el('label', { class: 'check' }, el('input', { type: 'checkbox', name: 'forum' }), t('with-topics')),
    ],
    (data) =>
      perform({
        type: 'add_group',
        title: String(data.get('title')),
        members: data.getAll('member').map(Number),
        isForum: data.get('forum') !== null,
      }),
    onMade,
  );
}
